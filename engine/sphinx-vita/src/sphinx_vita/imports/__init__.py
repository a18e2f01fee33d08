"""Other tools' files, read: text in, drafts of records and entries of a bibliography out; the mirror of `exports`.

One module for a format. No disk, no network, no Sphinx: the command reads files and writes them. Nothing of a source
vanishes: each of its entries becomes a draft or an entry of the bibliography, or is left over with its place and the
reason.
"""
