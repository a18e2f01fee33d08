"""How many visits one small machine serves: `python benchmarks/load.py`; needs Debian's packages nginx-light and wrk.

Builds the invented portfolio, compresses its files, serves them with nginx on this machine and asks for them with wrk.
Prints a Markdown table and writes benchmarks/load.json.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

PORTFOLIO = Path(__file__).resolve().parents[1] / "testing/portfolio"
PORT = 8099
SECONDS = 10
CONFIGURATION = """
daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; gzip_static always; open_file_cache max=1000;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  map $request_uri $kept {{
    default "public, max-age=600"; "~^/_static/light-pages/|[?]v=[0-9a-f]+$" "public, max-age=31536000, immutable";
  }}
  server {{
    listen 127.0.0.1:{port}; root {folder}/site; error_page 404 /404.html;
    location / {{ add_header Cache-Control $kept; }}
  }}
}}
"""
# All that a first visit to the home page asks for, one after another.
VISIT = """
local paths = {{ {paths} }}
local place = 0
request = function() place = place % #paths + 1; return wrk.format("GET", paths[place]) end
"""


def main() -> None:
    nginx, wrk = (needed(name) for name in ("nginx", "wrk"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        build(folder / "site")
        (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=PORT), "utf-8")
        server = subprocess.Popen([nginx, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        try:
            wait()
            results = measure(wrk, folder)
        finally:
            server.terminate()
            server.wait()
    print("| asked for | connections | requests/s | MB/s | median ms | 99 % ms |\n|---|---|---|---|---|---|")
    for each in results:
        print("| " + " | ".join(str(value) for value in each.values()) + " |")
    Path(__file__).with_suffix(".json").write_text(json.dumps(results, indent=2) + "\n", "utf-8")


def needed(name: str) -> str:
    """Find a program; Debian keeps servers where not everyone looks."""
    return (
        shutil.which(name)
        or shutil.which(name, path="/usr/sbin")
        or sys.exit(f"{name} is needed: on Debian and Ubuntu, apt-get install nginx-light wrk")
    )


def build(output: Path) -> None:
    doctrees = output.with_name("doctrees")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-d", doctrees, PORTFOLIO, output], check=True)
    for path in output.rglob("*"):
        if path.is_file():
            Path(f"{path}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def wait() -> None:
    for _ in range(50):
        try:
            urlopen(f"http://127.0.0.1:{PORT}/index.html").close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("nginx does not answer: is something else at its port?")


def measure(wrk: str, folder: Path) -> list[dict[str, str | int]]:
    home = (folder / "site/index.html").read_text("utf-8")
    assets = re.findall(r' (?:data-lean-)?src="((?!data:|https?:)[^"]+)"', home)
    visit = folder / "visit.lua"
    visit.write_text(VISIT.format(paths=", ".join(f'"/{path}"' for path in ["index.html", *assets])), "utf-8")
    cases: list[tuple[str, list[str]]] = [
        ("the home page", []),
        (f"a first visit ({1 + len(assets)} requests)", ["-s", str(visit)]),
    ]
    return [ask(wrk, name, more, connections) for name, more in cases for connections in (16, 256)]


def ask(wrk: str, name: str, more: list[str], connections: int) -> dict[str, str | int]:
    command = [
        wrk,
        "-t2",
        f"-c{connections}",
        f"-d{SECONDS}s",
        "--latency",
        *more,
        f"http://127.0.0.1:{PORT}/index.html",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {key: re.search(rf"{key}\s+([\d.]+\w*)", told) for key in ("50%", "99%", "Requests/sec:", "Transfer/sec:")}
    values = {key: match[1] if match else "" for key, match in found.items()}
    return {
        "asked for": name,
        "connections": connections,
        "requests/s": round(float(values["Requests/sec:"])),
        "MB/s": values["Transfer/sec:"],
        "median": values["50%"],
        "99 %": values["99%"],
    }


if __name__ == "__main__":
    main()
