#include "html_style.h"

namespace pipecore {

std::string_view htmlHead()
{
    // The policy forbids the page to load or run anything, whatever a message may hold.
    return R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>PipeScope session</title>
<style>
:root { --window: #F5F6F8; --base: #FFFFFF; --text: #1F2430; --muted: #667085; --line: #E2E5EA;
  --received: #0F766E; --received-back: #F0FDFA; --sent: #B45309; --sent-back: #FFFBEB;
  --event: #475467; --error: #B42318; }
@media (prefers-color-scheme: dark) {
  :root { --window: #1B1E23; --base: #15181C; --text: #E6E8EB; --muted: #98A2B3; --line: #2C313A;
    --received: #5EEAD4; --received-back: #10302D; --sent: #FCD34D; --sent-back: #33260C;
    --event: #98A2B3; --error: #F97066; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 24px 16px; background: var(--window);
  color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 4px; }
h2 { font-size: 1.1rem; margin: 32px 0 8px; }
p { margin: 0 0 8px; }
.muted, th, .time { color: var(--muted); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--base); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 6px 12px; text-align: left; white-space: nowrap;
  border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--muted); font: 12px system-ui, "Segoe UI", sans-serif; }
svg .received { fill: var(--received); }
svg .sent { fill: var(--sent); }
svg .axis { stroke: var(--line); }
.row { padding: 6px 12px; background: var(--base); border: 1px solid var(--line);
  border-bottom: 0; content-visibility: auto; contain-intrinsic-size: auto 4em; }
.row:last-of-type { border-bottom: 1px solid var(--line); }
.row p { margin: 0; font-variant-numeric: tabular-nums; }
.row.received { background: var(--received-back); }
.row.sent { background: var(--sent-back); }
.row.received .what { color: var(--received); }
.row.sent .what { color: var(--sent); }
.row.event .what { color: var(--event); }
.row.error .what { color: var(--error); }
.row .note { font-weight: 600; white-space: pre-wrap; }
pre { margin: 4px 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.45 "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
bdi { unicode-bidi: isolate; }
@media print { .row { break-inside: avoid; } }
</style>
</head>
<body>
)";
}

} // namespace pipecore
