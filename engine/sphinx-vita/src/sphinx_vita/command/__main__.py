"""Run the command as `python -m sphinx_vita.command`."""

from sphinx_vita.command.main import main

if __name__ == "__main__":
    main(prog_name="sphinx-vita")
