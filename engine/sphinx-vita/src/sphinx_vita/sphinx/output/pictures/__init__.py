"""Pictures of records, scaled to what a page shows of them: nothing of the file itself goes online, nor what it says.

`uses` says where they stand, `scaling` makes the files, `preparing` keeps and names those of a build, and `markup`
writes the HTML. `prose` looks after the pictures that stand in the text of a page.
"""
