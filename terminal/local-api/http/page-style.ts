/** The API's page reads like a printed manual: one column, wide tables that scroll by themselves. */
export const STYLE = [
  ':root{color-scheme:light;--ink:#10201e;--soft:#4a5a57;--line:#d5dedb;--ground:#fff;--pale:#f3f7f6}',
  'body{margin:0;font:15px/1.55 "DejaVu Sans","Noto Sans","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:var(--ink);background:var(--ground)}',
  'main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 6rem}',
  'h1{font-size:2rem;margin:0 0 .5rem}h2{font-size:1.35rem;margin:2.5rem 0 .5rem;padding-top:.5rem}',
  'h3{font-size:1rem;margin:1.25rem 0 .25rem}a{color:#00594f}nav a{margin-right:1rem}',
  'code,pre{font:14px/1.5 "DejaVu Sans Mono",monospace}code{background:var(--pale);padding:0 .2rem;border-radius:3px}',
  'pre{background:var(--pale);padding:.75rem 1rem;overflow:auto;border-radius:6px;margin:.25rem 0}',
  '.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th{text-align:left;color:var(--soft);font-weight:600}',
  'td,th{padding:.35rem .8rem .35rem 0;vertical-align:top;border-bottom:1px solid var(--line)}',
  'details{border:1px solid var(--line);border-radius:8px;margin:.6rem 0;padding:0 1rem}details[open]{padding-bottom:1rem}',
  'summary{cursor:pointer;padding:.6rem 0}summary code{background:none;font-weight:600}.verb{display:inline-block;min-width:4.2rem}',
  '.soft{color:var(--soft)}:target{scroll-margin-top:1rem;outline:3px solid #f0b429}',
].join('');
