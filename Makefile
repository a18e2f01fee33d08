# Everything this project does, one command each; `make help` lists them. Written for GNU make 3.81 and newer.

OUTPUT ?= _build/html
# Where `make live` serves; empty: at 8000, or the next that is free.
PORT ?=
# Which Python makes .venv, for example PYTHON=/opt/python/bin/python3; empty: the first on the path that is new enough.
PYTHON ?=
# A folder of bibliographies: make try-bibliographies FROM=folder
FROM ?=
# Folders with a conf.py: make bench-wild FOLDERS="pip/docs/html black/docs"
FOLDERS ?=
# Rooms or modules of the engine: make mutants ROOM="records reading/dates"; SAMPLE: how many mutants of each
ROOM ?= records
SAMPLE ?= 200
# More words for pytest: make test ARGS="-k home"
ARGS ?=
# Options of sphinx-vita check; beside the engine lies what finds or installs a browser.
CHECK ?= $(if $(PACKAGES),--browser)

VENV := .venv
PY := $(VENV)/bin/python
LOCKED := $(VENV)/locked
INSTALLED := $(VENV)/installed
DOCTREES := _build/doctrees
# Empty where the site stands alone: then the published engine is installed.
PACKAGES := $(wildcard engine/sphinx-*)
DIST := dist
# What is typed, and lies here.
TYPED := $(wildcard tests research engine/*/src engine/testing/harness engine/benchmarks engine/sphinx-vita/docs/_ext)
DOCS := engine/sphinx-vita/docs
# Of the small packages; each is built below the one of sphinx-vita.
SMALL_DOCS := $(filter-out $(DOCS),$(wildcard engine/*/docs))
TESTS := $(wildcard $(addsuffix /tests,$(PACKAGES)) engine/testing/tests)
TYPES := _build/types
STATIC := engine/sphinx-instant-search/src/sphinx_instant_search/static
BENCH := _build/bench/ready
VNU := _build/vnu/node_modules/vnu-jar/build/dist/vnu.jar
UV := _build/uv/bin/python -m uv
MUTANTS := _build/mutants
LOWEST := _build/lowest
NEWEST := _build/newest
COMPILE := $(UV) pip compile $(if $(PACKAGES),,--no-sources) --quiet --universal --only-binary :all: --python-version 3.11 --no-python-downloads --group dev \
	--generate-hashes --no-emit-index-url --no-emit-find-links $(addprefix --no-emit-package ,$(notdir $(PACKAGES))) \
	--custom-compile-command "make lock" \
	--output-file requirements.lock pyproject.toml

# What the caller's shell has activated or redirected is not ours. What Python has compiled is kept: much begins often.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV

# A virtual environment holds its own address: one that was moved, or whose Python is gone, is made anew.
ifneq ($(shell $(PY) -c "" 2>/dev/null && cat $(LOCKED) 2>/dev/null),$(CURDIR))
.PHONY: $(LOCKED)
endif

# An engine that lay in engine/ is gone with that folder.
ifeq ($(PACKAGES)$(shell $(PY) -c "import sphinx_vita" 2>/dev/null && echo found),)
.PHONY: $(INSTALLED)
endif

.PHONY: help html check test live docs layouts screenshots lint format catalogs pictures linkcheck validate browser wheels lowest newest lock upgrade minisearch bench-search bench-explanations bench-pages bench-build bench-load bench-wild bench-hits fuzz mutants try-bibliographies clean distclean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' Makefile

# A failed build forgets what it has read: Sphinx would be silent the next time about pages that have not changed.
# What `sphinx_clean_rebuilds` knows of the output stays, so that nothing is left over there.
html: $(INSTALLED) ## Build the site into _build/html (or OUTPUT=folder); a warning fails the build after all are shown.
	@$(PY) -m sphinx -b html -n -W --keep-going -j auto -d $(DOCTREES) . "$(OUTPUT)" || { \
		rm -f $(DOCTREES)/environment.pickle; echo "Not built: mend what is listed above and build again." >&2; exit 1; }
	@echo "The site is built: open $$(cd "$(OUTPUT)" && pwd)/index.html"

check: $(INSTALLED) browser ## Build the site and prove it: links, addresses, facts, privacy, access (CHECK="--only links" chooses).
	@$(PY) -m sphinx_vita.command check $(CHECK)

test: check ## Prove the site, then run all tests (ARGS="-k home" chooses).
	@# A file of tests stays with one worker, so that what its tests share is made once. First comes what failed the last
	@# time, then what tests a change, then what is slow; the ten slowest tests are named at the end.
	@$(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder --ff --durations 10 $(ARGS)

# The source folder is watched whole, so engine/ and _static/ are too.
live: $(INSTALLED) ## Serve the site (at PORT=9000) and rebuild it on every save; mistakes show in the page.
	@$(PY) -m sphinx_vita.command live $(if $(PORT),--port $(PORT))

docs: $(INSTALLED) ## Build the documentation of the engine into _build/docs, that of each small package into a folder there.
	@for docs in $(DOCS) $(SMALL_DOCS); do \
		package=$$(basename $$(dirname $$docs)); output=_build/docs/$$package; doctrees=$(DOCTREES)-docs-$$package; \
		[ $$docs != $(DOCS) ] || output=_build/docs; \
		$(PY) -m sphinx -b html -n -W --keep-going -j auto -d $$doctrees $$docs $$output || { \
			rm -f $$doctrees/environment.pickle; echo "Not built: mend what is listed above and build again." >&2; exit 1; }; \
	done
	@echo "The documentation is built: open _build/docs/index.html"

layouts: $(INSTALLED) ## Draw the pictures of the layouts of PDFs for the documentation anew.
	@$(PY) engine/testing/harness/layouts.py $(DOCS)/_static/pictures

screenshots: $(INSTALLED) browser ## Draw the pictures in the READMEs of the small packages anew.
	@$(PY) engine/testing/harness/screenshots.py

lint: $(INSTALLED) ## Check style, format and types.
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@# Two packages may have tests of one name: they are told apart by the names of links that Python can pronounce.
	@rm -rf $(TYPES) && mkdir -p $(TYPES)
	@for tests in $(TESTS); do ln -s "$(CURDIR)/$$tests" "$(TYPES)/$$(echo "$$tests" | tr -c 'a-z\n' _)"; done
	@MYPYPATH=$(wildcard $(DOCS)/_ext) $(PY) -m mypy $(strip $(TYPED) $(addprefix $(TYPES)/,$(subst /,_,$(subst -,_,$(TESTS)))))

format: $(INSTALLED) ## Put the Python files into the format that `make lint` wants.
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

# What is new in the code comes into each .po file without a translation; what is gone leaves it. Nothing is guessed.
catalogs: $(INSTALLED) ## Bring the catalogs of the engine in line with the words of its code, and compile them.
	@$(PY) engine/testing/harness/catalogs.py

pictures: $(INSTALLED) ## Draw the pictures on the cards of the home page anew, when their models have changed.
	@$(PY) -m research.figures.cards _static/pictures
	@$(PY) -m research.figures.themes _static/pictures

linkcheck: $(INSTALLED) ## Ask every external address of the site whether it is still there (needs a network).
	@$(PY) -m sphinx -b linkcheck -j auto -d $(DOCTREES) . _build/linkcheck

validate: html $(VNU) ## Ask the checker of the W3C about the HTML of every page (needs npm and Java 17).
	@command -v java > /dev/null || { echo "java is needed: install Java 17 or newer" >&2; exit 1; }
	@java -Xss8m -jar $(VNU) --skip-non-html --errors-only "$(OUTPUT)"
	@echo "No page breaks a rule of HTML."

browser: $(INSTALLED) ## Make sure that there is a browser for the tests.
	@[ ! -d engine/testing ] || $(PY) engine/testing/harness/browser/chromium.py --install

bench-pages: $(INSTALLED) $(BENCH) ## Measure the pages with Lighthouse (ARGS="--runs 3 index.html"); needs npm and a browser.
	@$(PY) engine/benchmarks/pages.py $(ARGS)

bench-build: $(INSTALLED) ## Measure builds of generated portfolios (ARGS="10 100" chooses the numbers of papers).
	@$(PY) engine/benchmarks/build.py $(ARGS)

bench-load: $(INSTALLED) ## Measure the built site behind nginx under wrk; needs Debian's nginx-light and wrk.
	@$(PY) engine/benchmarks/load.py

bench-wild: $(INSTALLED) browser ## Measure the small packages on other people's documentation (FOLDERS="pip/docs/html black/docs").
	@$(PY) engine/benchmarks/wild.py $(FOLDERS) $(ARGS)

# hatchling is in the lock: nothing is fetched, and equal sources give equal files.
wheels: $(INSTALLED) ## Build a wheel and an sdist of each package of engine/ into dist/.
	@rm -rf $(DIST) && mkdir $(DIST)
	@for package in $(PACKAGES); do \
		(cd $$package && "$(abspath $(PY))" -m hatchling build --directory "$(abspath $(DIST))") || exit 1; \
	done

lowest: $(LOWEST)/ready ## Run the tests of the engine with the oldest versions that its packages allow (ARGS="-k pdf" chooses).
	@$(LOWEST)/bin/python engine/testing/harness/browser/chromium.py --install
	@$(LOWEST)/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(or $(ARGS),engine)

newest: $(NEWEST)/ready ## Run the tests of the engine with the newest versions there are, whatever its packages allow.
	@$(NEWEST)/bin/python engine/testing/harness/browser/chromium.py --install
	@$(NEWEST)/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(or $(ARGS),engine)

lock: _build/uv/ready ## Bring requirements.lock in line with pyproject.toml; versions that still fit stay.
	@$(COMPILE)

upgrade: _build/uv/ready ## Renew requirements.lock with the newest versions that fit pyproject.toml.
	@$(COMPILE) --upgrade

# The file that MiniSearch's authors publish, as it is, with its licence and version. Needs npm and a network.
minisearch: ## Renew the library that searches (VERSION=7.2.0 chooses; else the newest).
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	npm pack --silent --pack-destination "$$folder" "minisearch@$(or $(VERSION),latest)" > /dev/null; \
	tar -xzf "$$folder"/minisearch-*.tgz -C "$$folder"; \
	cp "$$folder/package/dist/umd/index.js" $(STATIC)/minisearch.js; \
	cp "$$folder/package/LICENSE.txt" $(STATIC)/minisearch.license.txt; \
	sed -n 's/^  "version": "\(.*\)",$$/\1/p' "$$folder/package/package.json" > $(STATIC)/minisearch.version

bench-explanations: $(INSTALLED) browser ## Measure the frames a second of figures that run (ARGS="page.html#n=300" chooses).
	@$(PY) engine/benchmarks/explanations.py $(ARGS)

bench-search: $(INSTALLED) browser ## Measure the search on this site and on generated ones, beside Sphinx's own.
	@$(PY) engine/benchmarks/search.py 200 2000 20000

bench-hits: $(INSTALLED) browser ## Count first hits of the search and of Sphinx's own on public documentation (FOLDERS="pip/docs/html").
	@$(PY) engine/benchmarks/hits.py $(FOLDERS) $(ARGS)

fuzz: $(INSTALLED) ## Let invented input loose on the engine for a long time, and a bibliography of 100,000 entries.
	@FUZZ=long $(PY) -m pytest -n auto --maxprocesses 4 engine/sphinx-vita/tests/hostile $(ARGS)

mutants: $(INSTALLED) $(MUTANTS)/ready ## Change the code at 200 places and show what no test notices (ROOM=reading/dates SAMPLE=20).
	@PYTHONPATH=engine/testing SAMPLE=$(SAMPLE) $(MUTANTS)/venv/bin/python engine/testing/harness/mutants.py $(ROOM)

try-bibliographies: $(INSTALLED) ## Build this site with each .bib of the folder FROM, and account for every entry and field.
	@PYTHONPATH=engine/testing:. $(PY) engine/testing/harness/trial.py "$(FROM)"

clean: ## Remove what was built.
	@rm -rf _build $(DIST) .mypy_cache .pytest_cache .ruff_cache .hypothesis

distclean: clean ## Remove .venv too.
	@rm -rf $(VENV)

# Leaves in $$python the first that is new enough and can make a virtual environment.
define find_python
set -- $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11); \
for python do \
	"$$python" -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && break; python=; \
done; \
if [ -z "$$python" ]; then \
	echo "Python 3.11 or newer is needed and $$* is not: install it, or say where it is with make PYTHON=/path/to/python3" >&2; \
	exit 1; \
fi; \
"$$python" -c "import ensurepip, venv" 2>/dev/null || { \
	echo "$$python lacks its venv module: install it (on Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
endef

# The packages of the lock, each with its hash, and nothing else: a changed lock starts from an empty environment.
$(LOCKED): requirements.lock
	@$(find_python); \
	echo "Setting up $(VENV) (about a minute)"; \
	"$$python" -m venv --clear $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@echo "$(CURDIR)" > $@

# The engine as it lies in engine/: hatchling is in the lock, so nothing is fetched. Without engine/ it is what pyproject.toml
# asks for, from where pip looks for packages (PIP_FIND_LINKS=folder names a folder of wheels).
$(INSTALLED): pyproject.toml $(addsuffix /pyproject.toml,$(PACKAGES)) $(LOCKED)
ifneq ($(PACKAGES),)
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation $(addprefix --editable ,$(PACKAGES))
else
	@$(PY) -m pip list --disable-pip-version-check --editable --format freeze | sed 's/==.*//' > $(VENV)/gone
	@[ ! -s $(VENV)/gone ] || $(PY) -m pip uninstall --quiet --disable-pip-version-check --yes -r $(VENV)/gone
	@$(PY) -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > $(VENV)/asked
	@$(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all: -r $(VENV)/asked
endif
	@touch $@

# What the benchmarks compare with, apart from .venv: Lighthouse 12 is the last that runs on Node 18 and 20.
$(BENCH): Makefile
	@command -v npm > /dev/null || { echo "npm is needed: install Node.js 18.16 or newer" >&2; exit 1; }
	@mkdir -p _build/bench
	@npm install --prefix _build/bench --no-package-lock --no-fund --no-audit --loglevel error lighthouse@12.8.2
	@$(find_python); "$$python" -m venv --clear _build/bench/venv
	@_build/bench/venv/bin/python -m pip install --quiet --disable-pip-version-check \
		mkdocs-material==9.7.0 pydata-sphinx-theme==0.16.1
	@touch $@

# mutmut, and what it brings, beside the packages of .venv, which it sees.
$(MUTANTS)/ready: Makefile $(LOCKED)
	@$(PY) -m venv --clear $(MUTANTS)/venv
	@path="import sysconfig; print(sysconfig.get_path('purelib'))"; \
		echo "import site; site.addsitedir('$$($(PY) -c "$$path")')" > "$$($(MUTANTS)/venv/bin/python -c "$$path")/locked.pth"
	@$(MUTANTS)/venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: mutmut==3.8.1
	@touch $@

$(VNU): Makefile
	@command -v npm > /dev/null || { echo "npm is needed: install Node.js 18.16 or newer" >&2; exit 1; }
	@mkdir -p _build/vnu
	@npm install --prefix _build/vnu --ignore-scripts --no-package-lock --no-fund --no-audit --loglevel error vnu-jar@26.9.27
	@touch $@

# The oldest version of what each package names, the newest of all else: what brings a library in says what it needs.
$(LOWEST)/ready: RESOLVE = --resolution lowest-direct

# The newest of all: upper bounds of the packages do not count. What is too old for this Python is passed over, as pip does.
$(NEWEST)/ready: RESOLVE = --resolution highest --overrides $(NEWEST)/unbound

$(LOWEST)/ready $(NEWEST)/ready: pyproject.toml $(addsuffix /pyproject.toml,$(PACKAGES)) _build/uv/ready
	@rm -rf $(@D)
	@$(UV) venv --quiet --no-python-downloads --python _build/uv/bin/python $(@D)
	@sed -nE 's/^ *"([a-z0-9_-]+)>=[^"]*,<[^"]*".*/\1/p' $(addsuffix /pyproject.toml,$(PACKAGES)) | sort -u | \
		grep -vxE "$$(echo $(notdir $(PACKAGES)) | tr ' ' '|')" > $(@D)/unbound
	@$(UV) pip compile --quiet --python $(@D) $(RESOLVE) --only-binary :all: --no-header --no-annotate \
		$(addprefix --no-emit-package ,$(notdir $(PACKAGES))) --output-file $(@D)/versions pyproject.toml \
		$(addsuffix /pyproject.toml,$(PACKAGES))
	@$(UV) pip install --quiet --python $(@D) --only-binary :all: -r $(@D)/versions -c $(@D)/versions \
		--group build --group test
	@$(UV) pip install --quiet --python $(@D) --no-deps --no-build-isolation $(addprefix --editable ,$(PACKAGES))
	@touch $@

_build/uv/ready:
	@$(find_python); \
	"$$python" -m venv --clear _build/uv
	@_build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@
