"""What every build works out once for its process; whoever imports this before a fork has it done for all."""

from PIL import Image
from pygments.lexers import PythonLexer
from sphinx_instant_search.assets import bundle

bundle()
PythonLexer()
Image.init()
