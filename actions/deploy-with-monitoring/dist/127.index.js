export const id = 127;
export const ids = [127];
export const modules = {

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  analyzeQuery: () => (/* reexport */ analyzeQuery),
  judgeEmptyPanel: () => (/* reexport */ judgeEmptyPanel),
  labelQuery: () => (/* reexport */ labelQuery),
  labelsOfQuery: () => (/* reexport */ labelsOfQuery),
  metricsOfQuery: () => (/* reexport */ metricsOfQuery),
  parseGates: () => (/* reexport */ parseGates)
});

// EXTERNAL MODULE: ./node_modules/@prometheus-io/lezer-promql/dist/index.es.js + 3 modules
var index_es = __webpack_require__(6828);
;// CONCATENATED MODULE: ./packages/prometheus/lib/promql/unquote.js
const simpleEscapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
const escapes = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/g;
const lastCodePoint = 0x10ffff;
/** The text of a PromQL string literal: `"…"` and `'…'` with Go's escapes, backquotes without. */
function unquote(literal) {
    const body = literal.slice(1, -1);
    if (literal.startsWith('`'))
        return body;
    return body.replace(escapes, (...groups) => {
        const [whole = '', x, u, long, octal, character] = groups;
        const hex = x ?? u ?? long;
        if (hex !== undefined)
            return fromCode(Number.parseInt(hex, 16), whole);
        if (octal !== undefined)
            return fromCode(Number.parseInt(octal, 8), whole);
        return simpleEscapes[character ?? ''] ?? character ?? '';
    });
}
function fromCode(code, whole) {
    return code > lastCodePoint ? whole : String.fromCodePoint(code);
}
//# sourceMappingURL=unquote.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/promql/analyze-query.js


/** Takes a query apart. Only the grammar is checked: wrong types and argument counts are Prometheus' to find. */
function analyzeQuery(expr) {
    const selectors = [];
    const errors = [];
    const labels = new Set();
    const functions = new Set();
    index_es/* parser */.K3D.parse(expr).iterate({
        enter: (ref) => {
            if (ref.type.isError)
                errors.push({ at: ref.from, near: expr.slice(Math.max(0, ref.from - 8), ref.to + 8) });
            else if (ref.name === 'GroupingLabels')
                for (const label of labelsIn(ref.node, expr))
                    labels.add(label);
            else if (ref.name === 'FunctionIdentifier' || ref.name === 'AggregateOp')
                functions.add(textOf(ref, expr));
            else if (ref.name === 'VectorSelector')
                selectors.push(selectorAt(ref.node, expr));
        },
    });
    return { selectors, errors, groupingLabels: [...labels], functions: [...functions] };
}
function textOf(ref, expr) {
    return expr.slice(ref.from, ref.to);
}
function nameOf(node, expr) {
    return node.name === 'QuotedLabelName' ? unquote(textOf(node, expr)) : textOf(node, expr);
}
function labelsIn(node, expr) {
    return [...node.getChildren('LabelName'), ...node.getChildren('QuotedLabelName')].map((label) => nameOf(label, expr));
}
function selectorAt(node, expr) {
    const list = node.getChild('LabelMatchers');
    const written = [
        ...(list?.getChildren('UnquotedLabelMatcher') ?? []),
        ...(list?.getChildren('QuotedLabelMatcher') ?? []),
    ];
    const matchers = written.flatMap((matcher) => matcherAt(matcher, expr));
    const identifier = node.getChild('Identifier');
    // Prometheus 3 writes a name that is no identifier as {"name"}.
    const quoted = list?.getChild('QuotedLabelName');
    const named = matchers.find(({ name, operator }) => name === '__name__' && operator === '=')?.value;
    const metric = identifier ? textOf(identifier, expr) : quoted ? nameOf(quoted, expr) : named;
    return { metric, matchers, inside: functionsAround(node, expr), range: rangeOf(node, expr) };
}
function matcherAt(node, expr) {
    const label = node.getChild('LabelName') ?? node.getChild('QuotedLabelName');
    const operator = node.getChild('MatchOp');
    const value = node.getChild('StringLiteral');
    if (!label || !operator || !value)
        return [];
    const written = textOf(operator, expr);
    return [{ name: nameOf(label, expr), operator: written, value: unquote(textOf(value, expr)) }];
}
function functionsAround(node, expr) {
    const names = [];
    for (let parent = node.parent; parent !== null; parent = parent.parent) {
        const named = parent.getChild('FunctionIdentifier') ?? parent.getChild('AggregateOp');
        if (named)
            names.push(textOf(named, expr));
    }
    return names;
}
function rangeOf(node, expr) {
    const matrix = node.parent?.name === 'MatrixSelector' ? node.parent : undefined;
    const duration = matrix?.getChild('DurationExpr') ?? matrix?.getChild('NumberDurationLiteralInDurationContext');
    return duration ? textOf(duration, expr) : undefined;
}
//# sourceMappingURL=analyze-query.js.map
;// CONCATENATED MODULE: ./packages/contract/lib/metrics-of-query.js


/** Prometheus writes these itself, about scrapes and alerts; no service exposes them. */
const ofPrometheus = /^(up|ALERTS|ALERTS_FOR_STATE)$|^scrape_|^prometheus_/;
/** Questions that are about absence. */
const aboutAbsence = new Set(['absent', 'absent_over_time']);
/**
 * Names of the metrics without which the query cannot mean what its author meant. Of alternatives (`a or b`) only what all
 * of them need; a side without a metric of its own, such as `or vector(0)`, only fills gaps.
 */
function metricsOfQuery(expr) {
    return [...needed(index_es/* parser */.K3D.parse(expr).topNode, expr)];
}
function needed(node, expr) {
    if (node.name === 'VectorSelector')
        return nameIn(node, expr);
    if (node.name === 'FunctionCall' && aboutAbsence.has(functionIn(node, expr)))
        return new Set();
    const parts = childrenOf(node);
    if (node.name !== 'BinaryExpr')
        return union(parts.map((part) => needed(part, expr)));
    const left = parts[0] === undefined ? new Set() : needed(parts[0], expr);
    if (node.getChild('Unless'))
        return left;
    const right = parts.length < 2 ? new Set() : needed(parts[parts.length - 1], expr);
    if (!node.getChild('Or'))
        return union([left, right]);
    if (left.size === 0 || right.size === 0)
        return union([left, right]);
    return new Set([...left].filter((name) => right.has(name)));
}
function nameIn(node, expr) {
    const metric = analyzeQuery(expr.slice(node.from, node.to)).selectors[0]?.metric;
    return metric === undefined || ofPrometheus.test(metric) ? new Set() : new Set([metric]);
}
function functionIn(node, expr) {
    const name = node.getChild('FunctionIdentifier');
    return name === null ? '' : expr.slice(name.from, name.to);
}
function childrenOf(node) {
    const children = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
        children.push(child);
    return children;
}
function union(sets) {
    return new Set(sets.flatMap((set) => [...set]));
}
//# sourceMappingURL=metrics-of-query.js.map
;// CONCATENATED MODULE: ./packages/contract/lib/labels-of-query.js


/** Labels that the series of a metric must have for the query to find any: those it compares with something. */
function labelsOfQuery(expr) {
    const metrics = new Set(metricsOfQuery(expr));
    const needed = new Map();
    for (const { metric, matchers } of analyzeQuery(expr).selectors) {
        if (metric === undefined || !metrics.has(metric))
            continue;
        for (const { name: label } of matchers.filter(wantsValue))
            needed.set(`${metric} ${label}`, { metric, label });
    }
    return [...needed.values()];
}
/** `=~".*"` and `=""` are content with a label that is not there. */
function wantsValue({ name, operator, value }) {
    if (name === '__name__' || value === '')
        return false;
    return operator === '=' || (operator === '=~' && !matchesNothing(value));
}
function matchesNothing(pattern) {
    try {
        return new RegExp(`^(?:${pattern})$`).test('');
    }
    catch {
        // RE2 knows forms that JavaScript does not; what is not understood is not held against the panel.
        return true;
    }
}
/** Has an answer when the metric has such a label. */
function labelQuery({ metric, label }) {
    return `group({__name__=${JSON.stringify(metric)},${label}!=""})`;
}
//# sourceMappingURL=labels-of-query.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/gates/parse-gates.js

const wrong = (problem) => ({ ok: false, problem });
const number = String.raw `-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?:%|ms|s)?`;
const bound = String.raw `${number}|(?:${number}\s*\*\s*)?before(?:\s*\*\s*${number})?(?:\s*[+-]\s*${number})?`;
/** Greedy at its start: the last comparison is the condition, those before belong to the query. */
const conditionForm = new RegExp(String.raw `^(?<expr>.*\S)\s*(?<operator><=|>=|==|!=|<|>)\s*(?<bound>${bound})$`, 'd');
const nameForm = /^(?<name>[A-Za-z_][\w .-]*?)\s*:\s+(?=\S)/;
const whenForm = /^(?<condition>.*\S)\s+when\s+(?<enough>\S.*)$/d;
/**
 * One gate a line: `[name: ]query operator bound[ when query >= count]`, where the bound is a number (`0.01`, `1%`,
 * `250ms`) or a value of before the deploy (`before`, `1.2 * before`, `before + 0.01`). Lines that begin with # are notes.
 */
function parseGates(text) {
    const gates = [];
    const problems = [];
    for (const [index, written] of text.split('\n').entries()) {
        const line = written.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const parsed = parseGate(line);
        if (!parsed.ok)
            problems.push(`line ${index + 1}: ${parsed.problem}`);
        else if (gates.some(({ name }) => name === parsed.value.name)) {
            problems.push(`line ${index + 1}: "${parsed.value.name}" is there twice; give each gate a name of its own`);
        }
        else
            gates.push(parsed.value);
    }
    return { gates, problems };
}
function parseGate(line) {
    const name = nameForm.exec(line)?.groups?.['name'];
    const rest = line.replace(nameForm, '');
    const when = whenForm.exec(withoutTexts(rest))?.indices?.groups;
    const condition = parseCondition(when === undefined ? rest : slice(rest, when['condition']));
    if (!condition.ok)
        return condition;
    const enough = when === undefined ? undefined : parseEnough(slice(rest, when['enough']));
    if (enough !== undefined && !enough.ok)
        return enough;
    const { expr, operator, bound } = condition.value;
    return { ok: true, value: { name: name ?? expr, expr, operator, bound, enough: enough?.value } };
}
function parseCondition(text) {
    const groups = conditionForm.exec(withoutTexts(text))?.indices?.groups;
    if (groups === undefined) {
        return wrong('it must end with a comparison such as < 0.01, <= 1.2 * before or >= before - 5%');
    }
    const expr = slice(text, groups['expr']);
    const problem = problemIn(expr);
    if (problem !== undefined)
        return wrong(problem);
    const operator = slice(text, groups['operator']);
    return { ok: true, value: { expr, operator, bound: parseBound(slice(text, groups['bound'])) } };
}
function parseEnough(text) {
    const parsed = parseCondition(text);
    if (!parsed.ok)
        return parsed;
    const { expr, operator, bound } = parsed.value;
    if (operator !== '>=' || bound.kind !== 'number')
        return wrong('what follows "when" must be a query >= a number');
    return { ok: true, value: { expr, atLeast: bound.value } };
}
function problemIn(expr) {
    const [error] = analyzeQuery(expr).errors;
    return error === undefined ? undefined : `the query is no PromQL near "${error.near.trim()}"`;
}
function parseBound(text) {
    if (!text.includes('before'))
        return { kind: 'number', value: parseNumber(text) };
    const [left = '', right = ''] = text.split('before');
    const after = /^\s*(?:\*\s*(?<factor>[^\s+*]+?))?\s*(?:(?<sign>[+-])\s*(?<offset>\S+))?$/.exec(right)?.groups;
    const before = left.replace('*', '').trim();
    const factor = (before === '' ? 1 : parseNumber(before)) * parseNumber(after?.['factor'] ?? '1');
    const offset = parseNumber(after?.['offset'] ?? '0');
    return { kind: 'before', factor, offset: after?.['sign'] === '-' ? 0 - offset : offset };
}
/** Prometheus counts in seconds and ratios. */
function parseNumber(text) {
    const value = Number.parseFloat(text);
    if (text.endsWith('%'))
        return value / 100;
    return text.endsWith('ms') ? value / 1_000 : value;
}
/** String literals blanked out, each character in its place: what stands in them is no part of the grammar. */
function withoutTexts(line) {
    return line.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g, (text) => '"'.repeat(text.length));
}
function slice(text, range) {
    return text.slice(...(range ?? [0, 0]));
}
//# sourceMappingURL=parse-gates.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/checks/panels/judge-empty-panel.js

/** Why a panel shows nothing: it waits for traffic, or for a series that does not exist. */
function judgeEmptyPanel(state, expr, known) {
    if (state.kind !== 'empty' && state.kind !== 'nan')
        return state;
    const missing = metricsOfQuery(expr).filter((name) => known.stateOf(name) === 'missing');
    if (missing.length > 0)
        return { kind: 'missing', detail: `no service exposes ${missing.join(', ')}` };
    const wrong = labelsOfQuery(expr).find((one) => known.stateOf(one.metric) === 'fresh' && !known.hasLabel(one));
    if (wrong !== undefined)
        return { kind: 'missing', detail: `no series of ${wrong.metric} has a label ${wrong.label}` };
    return { kind: 'waiting', detail: state.kind === 'nan' ? 'NaN, waiting for traffic' : 'empty, waiting for traffic' };
}
//# sourceMappingURL=judge-empty-panel.js.map
;// CONCATENATED MODULE: ./packages/verify/lib/repository/promql.js
/** What reads PromQL, for `import()`: the tables of its grammar take longer to load than all the rest. */




//# sourceMappingURL=promql.js.map

/***/ })

};
