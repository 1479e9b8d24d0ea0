import fc from 'fast-check';

export function job(name: string, ...lines: readonly string[]): string {
  const all = [`- job_name: ${name}`, 'static_configs: [{ targets: [localhost:9090] }]', ...lines];
  return `scrape_configs:\n${all.map((line, index) => `${index === 0 ? '  ' : '    '}${line}`).join('\n')}\n`;
}

export const healthyFiles: readonly (readonly [string, string])[] = [
  ['numbers as names of jobs', `${job('1.10')}  - { job_name: 010, static_configs: [targets: [a:1]] }\n`],
  ['booleans as names of jobs', `${job('yes')}  - { job_name: off, static_configs: [targets: [a:1]] }\n`],
  [
    'labels that look like something else',
    `global: { external_labels: { environment: 1.10, on: yes, n: 010, day: 2001-12-14, q: "null", _7: 0x10, e: 1e3 } }\n${job('a', 'params: { module: [on, 1.0, 0x10, 1_000, ~] }')}`,
  ],
  [
    'booleans and numbers in all their spellings',
    job(
      'a',
      'honor_labels: Yes',
      'honor_timestamps: off',
      'sample_limit: 10_000',
      'label_limit: 0x1F',
      'target_limit: 010',
      'label_name_length_limit: 1e3',
      'label_value_length_limit: 0b11',
      'follow_redirects: NO',
      'enable_http2: y',
    ),
  ],
  [
    'durations and sizes',
    `global: { scrape_interval: 1h30m, scrape_timeout: 60s, evaluation_interval: 0s }\n${job('a', 'scrape_interval: 90s', 'scrape_timeout: 0', 'body_size_limit: 1.5GB')}  - { job_name: b, body_size_limit: 512MB, static_configs: [targets: [a:1]] }\n`,
  ],
  [
    'relabelling in capitals, and texts that look like numbers',
    job(
      'a',
      'relabel_configs:',
      '  - { action: Keep, source_labels: [__address__], regex: .* }',
      '  - { action: LabelDROP, regex: foo$ }',
      '  - { action: HashMod, source_labels: [__address__], modulus: 0b11, target_label: shard }',
      '  - { target_label: x, replacement: 1_0 }',
      '  - { target_label: y, replacement: no }',
      "  - { target_label: z, source_labels: [on], separator: ',', replacement: 'x-$1' }",
    ),
  ],
  [
    'anchors, aliases and merge keys',
    `scrape_configs:
  - &base
    job_name: &name a
    honor_labels: yes
    scrape_interval: 15s
    sample_limit: 10
    static_configs: &static [{ targets: &t [localhost:9090, 9100], labels: &l { version: 1.10 } }]
    relabel_configs: &rel [{ target_label: team, replacement: *name }]
  - { <<: *base, job_name: b, honor_labels: no }
  - { job_name: c, static_configs: *static, relabel_configs: *rel }
  - { <<: [{ sample_limit: 7 }, *base], <<: { label_limit: 6 }, job_name: d, static_configs: [{ targets: *t, labels: { <<: *l, x: *name } }] }
`,
  ],
  ['an alias in capitals, and a port with an underscore', dns('type: aaaa, port: 9_100, refresh_interval: 1m0s')],
  ['a port in hexadecimal', dns('type: AAAA, port: 0x238C')],
  ['tags', job('!!str 5', 'sample_limit: !!int 5', 'honor_labels: !!bool on')],
  ['a second document, which nobody reads', `---\n${job('a')}---\nnonsense: [\n`],
  [
    'lists that end further left than they began, and comments behind quotes',
    'scrape_configs:\n  - job_name: "a"#why\n    static_configs: [\n      { targets: [\n a:1, # one\n b:1\n]}\n]\n    honor_labels: on\n',
  ],
  ['folded texts', 'scrape_configs:\n  - static_configs: [targets: [a:1]]\n    job_name: >-\n      a\n      b\n'],
  [
    'nothing where a default is filled in',
    `global:\nrule_files:\n${job('a', 'scrape_interval:', 'params: ~', 'sample_limit: 0')}`,
  ],
  [
    'an address in other letters',
    `remote_write: [{ url: "HTTP://Host:80/a b", remote_timeout: 0m5s, queue_config: { max_shards: 1_0, capacity: 9e3 } }]\n${job('a')}`,
  ],
  [
    'files in other folders',
    `rule_files: [./rules/*.yml, ../other.yml]\n${job('a', 'tls_config: { insecure_skip_verify: off }')}`,
  ],
];

function dns(fields: string): string {
  return `scrape_configs: [{ job_name: a, dns_sd_configs: [{ names: [app.process.shop.internal], ${fields} }] }]\n`;
}

const anyBoolean = fc.constantFrom('yes', 'No', 'ON', 'off', 'y', 'N', 'true', 'False');
const anyNumber = fc.oneof(
  fc.nat(9_999).map(String),
  fc.nat(9_999).map((n) => `0x${n.toString(16)}`),
  fc.nat(9_999).map((n) => `0${n.toString(8)}`),
  fc.nat(9_999).map((n) => `${n}_000`),
);
const anyDuration = fc
  .tuple(fc.integer({ min: 10, max: 99 }), fc.constantFrom('s', 'm', 'h', 'd'), fc.constantFrom('', '7ms', '120ms'))
  .map(([count, unit, rest]) => `${count}${unit}${rest}`);
const anySize = fc
  .tuple(fc.integer({ min: 1, max: 4_000 }), fc.constantFrom('B', 'KB', 'KiB', 'MB', 'MiB', 'GB'))
  .map(([count, unit]) => `${count}${unit}`);
const anyText = fc.oneof(
  anyBoolean,
  anyNumber,
  anyDuration,
  fc.constantFrom(
    '1.10',
    '1e3',
    '.5',
    '2001-12-14',
    '190:20:30',
    '"null"',
    "'~'",
    '"a: b"',
    '!!str 7',
    'é',
    '"\\u00e9"',
  ),
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_.-]{0,9}$/).filter((text) => !/^(null)$/i.test(text)),
);

/** Two jobs, of which the second merges the first one and says some things itself. */
export const anyFile = fc
  .record({
    name: anyText,
    labels: fc.array(anyText, { maxLength: 4 }),
    own: fc.array(anyText, { maxLength: 4 }),
    honor: anyBoolean,
    honorOwn: anyBoolean,
    limit: anyNumber,
    size: anySize,
    interval: anyDuration,
    action: fc.constantFrom('keep', 'Keep', 'DROP', 'labeldrop', 'LabelKeep'),
  })
  .map(({ name, labels, own, honor, honorOwn, limit, size, interval, action }) => {
    const labelsOf = (texts: readonly string[]) => `{ ${texts.map((text, index) => `l${index}: ${text}`).join(', ')} }`;
    const source = /label/i.test(action) ? '' : 'source_labels: [__address__], ';
    return `global: { external_labels: ${labelsOf(own)} }
scrape_configs:
  - &base
    job_name: ${name}
    honor_labels: ${honor}
    sample_limit: ${limit}
    body_size_limit: ${size}
    scrape_interval: ${interval}
    static_configs: [{ targets: &t [localhost:9090], labels: &l ${labelsOf(labels)} }]
    relabel_configs: [{ action: ${action}, ${source}regex: a.* }]
  - <<: *base
    job_name: the other one
    honor_timestamps: ${honorOwn}
    static_configs: [{ targets: *t, labels: { <<: *l, other: 1.10 } }]
`;
  });

export const otherValues = [
  ['honor_labels: yes', 'honor_labels: no'],
  ['honor_timestamps: false', 'honor_timestamps: on'],
  ['sample_limit: 010', 'sample_limit: 10'],
  ['sample_limit: 10_000', 'sample_limit: 1_000'],
  ['body_size_limit: 1GB', 'body_size_limit: 1000MB'],
  ['scrape_interval: 90s', 'scrape_interval: 1m29s'],
  ['params: { v: [1.10] }', 'params: { v: [1.1] }'],
  ['params: { v: [60s] }', 'params: { v: [1m] }'],
  ['params: { v: [yes] }', 'params: { v: [on] }'],
  [
    "relabel_configs: [{ target_label: x, replacement: '$1' }]",
    "relabel_configs: [{ target_label: x, replacement: '$2' }]",
  ],
  ['relabel_configs: [{ target_label: x, replacement: A }]', 'relabel_configs: [{ target_label: x, replacement: a }]'],
  ['relabel_configs: [{ action: labeldrop, regex: a }]', 'relabel_configs: [{ action: labelkeep, regex: a }]'],
] as const;
