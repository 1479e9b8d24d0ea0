/** What no probe here can show, and where it is taken from instead. The pages in docs are written from this. */
export interface Unprovable {
  readonly en: string;
  readonly zh: string;
}

export const unprovable: readonly Unprovable[] = [
  {
    en: 'The words of Fly\'s servers ("Could not find App", "You must be authenticated to view this.", "unauthorized"): the answerer says what users have reported. Only an account shows them.',
    zh: 'Fly 服务器的措辞（"Could not find App"、"You must be authenticated to view this."、"unauthorized"）：应答器按用户报告的原文回答，只有真实账号才能证明。',
  },
  {
    en: 'Which token may do what: scopes, expiry, a deploy token of another app, joined tokens of two apps.',
    zh: '哪种令牌能做什么：作用域、过期时间、其他应用的部署令牌、两个应用令牌的拼接。',
  },
  {
    en: 'A tunnel that opens: "flyctl proxy" needs WireGuard to Fly. Only its refusals and its end by a signal are probed, and of the agent that it leaves behind only that "agent stop" finds none.',
    zh: '真正打通的隧道："flyctl proxy" 需要到 Fly 的 WireGuard。这里只探测它的拒绝和被信号结束；对于它留下的 agent，只探测 "agent stop" 找不到 agent 的情形。',
  },
  {
    en: 'A build: the remote builder, Depot, its outages and their texts ("deadline_exceeded", the heartbeat), and --build-arg inside it.',
    zh: '镜像构建：远程构建器、Depot、它们的故障与文案（"deadline_exceeded"、心跳），以及构建内部的 --build-arg。',
  },
  {
    en: 'Whether a staged secret is in the machines after the next deploy, and whether equal values have equal digests. An account shows the first.',
    zh: '暂存的密钥在下一次部署后是否真的进入机器，以及相同的值摘要是否相同。前者可由真实账号证明。',
  },
  {
    en: 'How long Fly takes, its limits of requests (429), and that flyctl hangs after success, as users have seen.',
    zh: 'Fly 的耗时、请求频率限制（429），以及用户见过的部署成功后 flyctl 卡住不退出。',
  },
  {
    en: "What a machine does: restarts, checks, events, DNS names, the proxy that wakes it. The answerer's machines are written down, not run.",
    zh: '机器本身的行为：重启、检查、事件、DNS 名称、唤醒它的代理。应答器里的机器只是数据，并不运行。',
  },
  {
    en: 'Exit code 126: flyctl gives it for a deadline of its own, and no command of the suite was found that reaches one; a health check that times out ends with 1.',
    zh: '退出码 126：flyctl 在自身期限到达时返回它，但没有找到会触发它的命令；健康检查超时的退出码是 1。',
  },
  {
    en: 'Other versions of flyctl than the one that is given: run the command once for each that you support.',
    zh: '除所给版本之外的 flyctl：请对每个要支持的版本各运行一次。',
  },
];
