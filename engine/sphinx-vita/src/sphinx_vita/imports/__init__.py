"""Other tools' files, read: text in, drafts of records and entries of a bibliography out; the mirror of `exports`.

| room | reads |
|---|---|
| `cvs` | a CV in Markdown, as its author wrote it |
| `tex` | a CV in LaTeX: moderncv, Awesome-CV and others |
| `data` | JSON Resume, RenderCV, CSL-JSON, RIS, ORCID and Europass |
| `old_sites` | whole sites of al-folio, academicpages and HugoBlox |
| `catalogs` | what catalogs of the web answer about one work |

`formats` says which of them reads a file; `drafts` is what all of them give. No disk, no network, no Sphinx: the
command reads files and writes them. Nothing of a source vanishes: each of its entries becomes a draft or an entry of
the bibliography, or is left over with its place and the reason.
"""
