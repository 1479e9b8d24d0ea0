import type { ErrorCode, ErrorCodeEntry } from './error-codes.js';

/** The table of error codes in Chinese, for the Chinese troubleshooting page. Messages themselves are in English. */
export const chineseErrorCodes: Readonly<Record<ErrorCode, ErrorCodeEntry>> = {
  INPUT_INVALID: {
    means: '一个或多个输入有误。报告此错误的步骤没有改动任何东西：输入总是最先检查。',
    next: '按消息逐行改正；所有错误的输入会一次列出。',
  },
  FILE_MISSING: {
    means: '某个输入（或其默认值）指定的文件或目录不在检出的代码里。',
    next: '在这一步之前检出仓库，并使用相对于仓库根目录的路径。',
  },
  FILE_INVALID: {
    means: '文件无法读取，或者内容与它的名字不符。',
    next: '查看消息指出的字段或行；消息里写明了期望的内容。',
  },
  TOOL_MISSING: {
    means: '这一步要运行的程序不在 PATH 中。',
    next: '按提示安装。在 GitHub 上，action 会自行安装 flyctl。',
  },
  TOOL_DOWNLOAD_FAILED: {
    means: 'PATH 中没有 flyctl，而它的发布包无法下载或解压。',
    next: '重新运行；如在代理之后，请设置 HTTPS_PROXY；也可以在前面的步骤里安装 flyctl。',
  },
  TOOL_UNVERIFIED: {
    means:
      'flyctl 没有运行：压缩包的 sha256 与固定的或给出的不一致；或者没有固定的 sha256，又读不到该版本发布的 checksums.txt。工具缓存里的压缩包每次使用都同样校验；PATH 中的 flyctl 是你自己安装的，不校验。',
    next: '重新运行；如在代理之后，请设置 HTTPS_PROXY；要用别的版本，请同时给出 flyctl-version 和其 checksums.txt 里的 flyctl-checksum；也可以在前面的步骤里安装 flyctl。',
  },
  NETWORK_UNREACHABLE: {
    means: '服务器没有应答：连接被拒绝、没有 DNS 记录、超时，或 TLS 握手失败。',
    next: '换一个地方打开这个地址。自托管 runner 请设置 HTTPS_PROXY 和 NO_PROXY。',
  },
  UNEXPECTED_ANSWER: {
    means: '服务器的应答是本版本无法理解的内容。',
    next: '检查地址是否正确；常见的情况是登录页或别的产品在应答。',
  },
  FLY_TOKEN_MISSING: {
    means: '没有给出 Fly.io 令牌，这台机器上的 flyctl 也没有登录。什么都没有下载，也没有改动。',
    next: '用 "fly tokens create deploy -a <app>"（或 "fly tokens create org"）新建令牌，保存为 secret FLY_API_TOKEN，并作为输入 fly-api-token 给出；在自己的电脑上执行 "fly auth login" 即可，有效 30 天。',
  },
  FLY_LEASE_HELD: {
    means: '另一次部署正占用这些机器，或者被杀掉的部署留下了租约。',
    next: '等那次部署结束；如果它已被杀掉，运行 "fly machine leases clear -a <app>"。',
  },
  FLY_RATE_LIMITED: {
    means: '用这个令牌同时发给 Fly.io 的请求太多，停顿重试之后仍被拒绝。',
    next: '一分钟后再运行；使用同一令牌的其他任务也计算在内。',
  },
  FLY_IMAGE_MISSING: {
    means: '找不到要部署的镜像，或者 Fly.io 无权读取它所在的仓库。',
    next: '在这一步之前推送镜像；Fly.io 能读取 registry.fly.io 和公开仓库。',
  },
  FLY_CONFIG_REFUSED: {
    means: 'flyctl 拒绝了这个 fly.toml。',
    next: '按错误中指出的内容修改，并在自己的电脑上运行 "fly config validate"。',
  },
  FLY_VOLUME_MISSING: {
    means: '机器需要的卷不存在、已挂在别处，或在别的区域。',
    next: '用 "fly volumes list -a <app>" 查看，再用 "fly volumes create <name> -r <region> -a <app>" 创建所指的卷。',
  },
  FLY_PAYMENT_NEEDED: {
    means: 'Fly.io 要求先添加付款方式，才能创建这台机器。',
    next: '在 https://fly.io/dashboard 的组织 Billing 页面添加。',
  },
  RELEASE_COMMAND_FAILED: {
    means: 'fly.toml 的 release_command 失败、没有按时结束或无法启动，因此没有改动任何机器。它失败之前所做的不会撤销。',
    next: '阅读错误里的日志，修正后重新部署。',
  },
  FLY_TOKEN_REFUSED: {
    means: 'Fly.io 拒绝了令牌。',
    next: '用 "fly tokens create deploy -a <app>"（或 "fly tokens create org"）新建令牌，保存为 FLY_API_TOKEN。',
  },
  FLY_APP_MISSING: {
    means: 'Fly 应用不存在，或者令牌看不到它；两种情况 Fly 的应答相同。',
    next: '用 "fly apps create <app>" 创建一次，或设置 "create: true"，或使用该应用的令牌。',
  },
  FLY_COMMAND_FAILED: {
    means: '一条 flyctl 命令以错误结束。',
    next: '阅读日志中错误上方 flyctl 自己的最后几行。',
  },
  FLY_BUILD_FAILED: {
    means: '镜像构建失败。',
    next: '在自己的电脑上运行 "docker build -f <dockerfile> ."；如果是构建器没有应答，请重新运行。',
  },
  FLY_TIMEOUT: {
    means: 'flyctl 没有在限定时间内结束，已被停止，或者它自己放弃了等待 Fly.io；其间 Fly 做了什么会写在报告里。',
    next: '查看 "fly status" 和 "fly logs"；如果机器只是需要更久，请调大 wait-timeout。',
  },
  DEPLOY_NOT_LIVE: {
    means: 'flyctl 报告成功，但机器上运行的不是这次发布：版本不对、没有启动，或健康检查失败。',
    next: '查看 "fly machine list" 和 "fly logs"；镜像拉取失败时，Fly 会悄悄恢复旧版本。',
  },
  PROMETHEUS_CONFIG_INVALID: {
    means: 'Prometheus 配置有误，或者什么也证明不了（没有 job，或规则文件的路径匹配不到任何文件）。',
    next: '改正指出的字段，并在自己的电脑上试 "promtool check config --syntax-only"。',
  },
  PROMETHEUS_NOT_READY: {
    means: 'Prometheus 没有在限定时间内就绪。',
    next: '查看监控应用的 "fly logs"；重放很大的 WAL 需要几分钟，请调大 ready-timeout。',
  },
  PROMETHEUS_REFUSED: {
    means: 'Prometheus 应答 401 或 403。',
    next: 'PROMETHEUS_USER 和 PROMETHEUS_PASSWORD 必须与部署监控应用时所用的一致。',
  },
  PROMETHEUS_UNREACHABLE: {
    means: '无法查询 Prometheus：它的地址和 flyctl proxy 都走不通。',
    next: '查看监控应用的 "fly status"；私有的 Prometheus 需要能使用 WireGuard 的令牌。',
  },
  PROMETHEUS_OPEN: {
    means: 'Prometheus 本应受保护，却不要密码就应答。',
    next: '设置 PROMETHEUS_PASSWORD 后重新部署监控应用。',
  },
  TARGETS_DOWN: {
    means: '至少有一个应有的 target 缺失，或没有被抓取。',
    next: '表格写明了每个 target 的 job、instance、错误和下一步。',
  },
  VERIFY_FAILED: {
    means: 'verify-targets 的某项检查失败。',
    next: '每项失败的检查都写明责任方、看到了什么，以及该做什么。',
  },
  VERIFY_INCONCLUSIVE: {
    means: '没有证明任何错误，但也没能在限定时间内证明一切正确。',
    next: '重新运行，或调大输入 "timeout"（整条链中为 "verify-timeout"）；没有定论的运行绝不会是绿色。',
  },
  DASHBOARD_INVALID: {
    means:
      '仪表盘文件不是 Grafana 仪表盘，或缺少必需的字段。除非 "strict" 为 true，其余文件照常导入，步骤最后以失败结束；整条链在部署之前就会拒绝该文件。',
    next: '在 Grafana 中用 "Export for sharing externally" 重新导出，或改正指出的字段。',
  },
  GRAFANA_TOKEN_REFUSED: {
    means: 'Grafana 拒绝了令牌，或令牌权限不足。',
    next: '使用具有 Editor 角色的服务账号令牌（glsa_…）；访问策略令牌（glc_…）是用来发送指标的。',
  },
  GRAFANA_UNREACHABLE: {
    means: 'Grafana 没有在限定时间内给出可用的应答。',
    next: '在浏览器中打开 GRAFANA_URL：休眠的 Grafana Cloud 会在几分钟内唤醒，之后再运行。',
  },
  GRAFANA_DATASOURCE_MISSING: {
    means: '不清楚仪表盘应该使用哪个 Grafana 数据源，也无法创建一个。',
    next: '把输入 "datasource" 设为列出的数据源之一的 uid 或名称。',
  },
  PROMETHEUS_PRIVATE: {
    means: 'Prometheus 没有公网地址，而 Grafana Cloud 不在 Fly 的私有网络里，因此访问不到它。',
    next: '用 PROMETHEUS_PASSWORD 和 [http_service] 部署它，或让它把样本发送到 Grafana Cloud；如果有数据源以别的方式访问它，请在输入 "datasource" 中指明。',
  },
  GRAFANA_REFUSED: {
    means: 'Grafana 拒绝了某个仪表盘、文件夹或数据源。',
    next: '消息里有 Grafana 的应答及其含义。',
  },
  DASHBOARD_CONFLICT: {
    means: '上次导入之后，有人在 Grafana 里保存过这个仪表盘，因此没有覆盖。',
    next: '用命令 export-dashboards 把改动取回文件（docs/dashboards.zh-CN.md），或用 "overwrite: always" 运行。',
  },
  DASHBOARD_NOT_KEPT: {
    means: '无法把仪表盘复制到备份文件夹，因此既没有替换也没有删除它。',
    next: '给输入 "backup-folder" 一个本进程用户可写的文件夹。',
  },
  DEADLINE_PASSED: {
    means: '这一步没有在期限内结束；已经开始的操作可能只做了一半。',
    next: '看它最后在等什么；如果只是需要更久，调大输入 deadline，并相应调大 job 的 timeout-minutes。',
  },
  INTERRUPTED: {
    means: '运行被取消。没有再开始新的操作；正在运行的被中断，并有 8 秒时间收尾。',
    next: '看错误里写的是哪一步被中断；再运行一次即可：已经完成的会被识别，不会重做。',
  },
  UNEXPECTED: {
    means: '发生了本版本没有预料到的事；这是本产品的缺陷。',
    next: '附上日志提交 issue；日志里没有密钥。',
  },
};
