/** What no probe here can show, and where it is taken from instead. The pages in docs are written from this. */
export interface Unprovable {
  readonly en: string;
  readonly zh: string;
}

export const unprovable: readonly Unprovable[] = [
  {
    en: 'A sleeping stack of Grafana Cloud, and what wakes it: only the stand-in sleeps. The Terraform provider says how.',
    zh: '休眠的 Grafana Cloud 实例以及如何唤醒它：只有替身会休眠，依据是 Terraform provider 的代码。',
  },
  {
    en: 'A hidden version, provisioned dashboards and data sources, a listener for GitOps: they are settings of a server, which a probe does not change.',
    zh: '隐藏的版本号、预置（provisioned）的仪表盘和数据源、GitOps 监听器：它们是服务器设置，探测不会去改动。',
  },
  {
    en: 'A dashboard that is stored in the schema v2: only the browser writes it, so that the 406 of Grafana 12 is known from a report alone (esnet/gdg#467).',
    zh: '以 v2 模式保存的仪表盘：只有浏览器会写入，因此 Grafana 12 的 406 仅来自用户报告（esnet/gdg#467）。',
  },
  {
    en: 'Limits of requests (429), quotas, and what proxies before Grafana answer.',
    zh: '请求频率限制（429）、配额，以及 Grafana 前面的代理的回答。',
  },
  {
    en: 'Lost answers and two writers at once: what a server has done then is asked of the stand-in alone.',
    zh: '丢失的应答与同时写入：此时服务器做了什么，只向替身询问。',
  },
  {
    en: 'The dashboards of Git Sync, Enterprise permissions, and plugins that bring dashboards.',
    zh: 'Git Sync 管理的仪表盘、Enterprise 权限，以及自带仪表盘的插件。',
  },
  {
    en: 'Whether a panel looks right: the probes see what the API says.',
    zh: '面板显示是否正确：探测只看 API 的回答。',
  },
  {
    en: 'Where versions around 11.6 find the record of a version: by its number or by its id in the list, by a setting. Both are taken.',
    zh: '11.6 前后的版本按编号还是按列表中的 id 查找版本记录取决于设置，两种都接受。',
  },
  {
    en: 'Other versions than the one that is asked: run the command once for each that you support.',
    zh: '除被询问的版本之外的版本：请对每个要支持的版本各运行一次。',
  },
];
