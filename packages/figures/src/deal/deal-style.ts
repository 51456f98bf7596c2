/** What a deal's page adds to the style of reports. */
export const dealStyle = `
.illustrative{display:inline-block;font:600 11px/1.5 var(--sans);color:#8A5A00;background:#FFF6E0;border:1px solid #D9B45A;padding:2px 8px;margin:0 0 12px}
.assumed{font:600 10.5px/1.4 var(--sans);color:#8A5A00;background:#FFF6E0;padding:1px 5px;white-space:nowrap}
.clauses{background:var(--page);border-left:3px solid var(--ink);padding:12px 18px;margin:12px 0;font:15.5px/1.75 var(--serif)}
.clauses p{margin:0 0 4px;max-width:760px}
.clauses .changed{border-bottom:1.5px solid var(--accent)}
.clauses.other{font-size:13px;line-height:1.65;border-left-color:var(--rule);color:var(--ink2)}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:28px 36px;align-items:start;margin-top:16px}
.two figure,.wide{grid-column:auto}
figure.plain{margin:16px 0 0}
.sides{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:20px 32px;margin-top:12px}
.sides h3{font:650 14px/1.4 var(--sans);margin:0 0 4px}
.sides h4{font:600 12px/1.4 var(--sans);color:var(--ink3);margin:8px 0 2px}
.sides ul{margin:0;padding-left:16px;font:13.5px/1.6 var(--serif)}
.ok{color:#1F6B4A}.no{color:var(--accent)}
table.money{font-size:12.5px}
.shares{display:flex;flex-wrap:wrap;gap:28px 36px;align-items:flex-start;margin-top:16px}
.panels{display:flex;flex-wrap:wrap;gap:12px 0}
.shares figure{flex:1 1 400px;min-width:0;max-width:100%}
.said .hint{color:var(--ink2);font-size:13px}.said li+li{margin-top:6px}
.note{color:var(--ink2);font-size:12px}
.cites+ul{margin-bottom:20px}article h3+.table{margin-top:8px}
@media print{.panels{gap:8px 4px}.panels>svg{width:calc(33.3% - 4px);height:auto}.clauses{padding:8px 14px;font-size:12px;line-height:1.55}.clauses.other{font-size:10.5px}}
@media screen and (max-width:760px){.two,.sides{grid-template-columns:1fr}}
`;
