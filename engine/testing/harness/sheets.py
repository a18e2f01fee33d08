"""Styles with custom properties, and whether `--a` may be written out where it is used."""

WRITTEN_OUT = {
    "one value": "body{--a:red}p{color:var(--a)}",
    "one of another": "body{--a:var(--b);--b:red}p{color:var(--a)}",
    "one of another with several": "body{--a:var(--b);--b:red}@media (min-width:1px){body{--b:blue}}p{color:var(--a)}",
    "a value beside a fallback": "body{--a:red}p{color:var(--a,blue)}",
    "of another beside its fallback": "body{--a:var(--b,tan);--b:red}@media print{body{--b:blue}}p{color:var(--a)}",
    "a sum in a product": "body{--a:1px + 2px}p{width:calc(3*(var(--a)))}",
    "on the root": ":root{--a:red}html{color:var(--a)}p{background:var(--a)}",
    "under a condition": "body{--a:red}@media (min-width:1px){p{color:var(--a)}}",
    "a value of many": "body{--a:1px 2px}p{margin:var(--a) var(--a)}",
}
KEPT = {
    "two values": "body{--a:red}@media (min-width:1px){body{--a:blue}}p{color:var(--a)}",
    "another value further in": "body{--a:red}p{--a:blue}a{color:var(--a)}",
    "another state": "body{--a:red}body[data-x]{--a:blue}p{color:var(--a)}",
    "of another that differs further in": "body{--a:var(--b);--b:red}p{--b:blue;color:var(--a)}",
    "of another that nobody defines": "body{--a:var(--b,red)}p{color:var(--a)}",
    "asked for above": "body{--a:red}html{background:var(--a)}",
    "asked for by a class above": "body{--a:red}.top{background:var(--a)}",
    "a circle": "body{--a:var(--b);--b:var(--a)}p{color:var(--a,red)}",
    "no value": "body{--a:initial}p{color:var(--a,red)}",
    "the value of another layer": "body{--a:revert-layer}p{color:var(--a,red)}",
    "nothing": "body{--a:;}p{margin:var(--a) 1px}",
    "in an animation": "body{--a:red}p{animation:k 9s -4s paused linear}@keyframes k{from,to{color:var(--a)}}",
    "beside what it would grow together with": "body{--a:1}p{margin:var(--a)px}",
    "registered": '@property --a{syntax:"<length>";inherits:true;initial-value:2px}body{--a:red}p{margin:var(--a)}',
}
