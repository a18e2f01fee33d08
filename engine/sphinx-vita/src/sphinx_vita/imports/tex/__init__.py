"""CVs in LaTeX: moderncv, Awesome-CV and others."""
