import type { Catalogue } from './catalogue';

/** All words of the pages in Chinese; the trade's own words are 签入 签出 空闲 示忙 整理 小休. */
export const zh: Catalogue = {
  language: { own: '中文', switchTo: 'Switch to English' },
  product: { name: 'Halfminute', motto: '三十秒内接听' },

  nav: { desk: '坐席台', calls: '通话', tickets: '工单', agents: '坐席', report: '服务水平', wallboard: '大屏', signOff: '退出登录', skip: '跳到正文' },

  signIn: {
    title: '登录',
    name: '用户名',
    password: '密码',
    submit: '登录',
    working: '正在登录……',
    tryAgainIn: (seconds) => `请 ${seconds} 秒后再试。`,
  },

  state: {
    'signed-out': '签出', ready: '空闲', reserved: '预占', ringing: '振铃', 'on-call': '通话', 'wrap-up': '整理', paused: '示忙',
  },
  reason: {
    'signed-in': '刚签入', 'no-answer': '振铃未接', 'phone-unreachable': '话机不通',
    break: '小休', meal: '用餐', training: '培训', meeting: '会议', toilet: '洗手间', other: '其他',
  },

  desk: {
    title: '坐席台',
    signIn: '签入', ready: '空闲', pause: '示忙', signOut: '签出', endWrapUp: '结束整理',
    pauseWhy: '示忙原因',
    since: (time) => `已 ${time}`,
    endsIn: (time) => `${time} 后自动结束`,
    wishPaused: '本次通话后示忙', wishSignedOut: '本次通话后签出', takeBack: '撤回',
    phoneUnreachable: '您的话机不通，来电无法振铃。请检查话机是否开机并已连接。',
    phoneInUse: '您的话机正在进行其他通话，空出后才会派来电。',
    noCallReady: '空闲中，下一通来电会显示在这里。',
    noCallAway: '当前没有通话。置为空闲后开始接听。',
    noCallOut: '您尚未签入。',
    stage: { ringing: '来电振铃，请摘机接听', talking: '通话中', 'wrap-up': '通话已结束，请整理' },
    numberWithheld: '号码未显示',
    shop: '店铺', queue: '队列', waited: '等待', talked: '通话时长', arrived: '来电时间',
    timeLeft: '接听剩余时间', answeredInTime: (s) => `时限前 ${s} 接听`, answeredLate: (s) => `超时 ${s} 接听`,
    late: '已超时',
    today: '我的今日', answered: '接听', missed: '未接', talkTime: '通话时长',
    queues: '我的队列排队', nobody: '无人排队', nextDeadline: (s) => `最近时限 ${s}`, overdue: (s) => `超时 ${s}`,
    notAnAgent: '该用户不接听电话。',
    skills: '我的技能',
  },

  ticket: {
    one: '工单', number: (n) => `工单 ${n}`, coming: '正在建立工单……',
    class: '类别', type: '类型', status: '状态', priority: '优先级', customer: '客户', shop: '店铺',
    opened: '建立', changed: '更新', calls: '通话', chooseType: '请选择类型',
    classes: { common: '常见', special: '特殊', urgent: '紧急', complaint: '投诉', 'after-sales': '售后' },
    types: {
      'product-quality': '产品质量', 'after-sales-service': '售后服务', logistics: '物流',
      return: '退货', exchange: '换货', repair: '维修', maintenance: '保养',
    },
    statuses: { open: '待处理', 'in-progress': '处理中', waiting: '等待中', solved: '已解决', closed: '已关闭' },
    priorities: { low: '低', normal: '普通', high: '高', urgent: '紧急' },
    notes: '记录', noNotes: '暂无记录。', newNote: '新记录', save: '保存记录',
    notePlaceholder: '客户的问题、已答复的内容、下一步安排',
    draftKept: '尚未保存；最迟在整理结束时自动保存', savedAt: (time) => `已于 ${time} 保存`, saving: '正在保存……',
    changedMeanwhile: '此工单刚被他人修改，现显示最新内容。如有需要请重新选择。',
    history: '历史', earlier: '该客户的过往', firstContact: '该客户首次来电。',
    openTickets: '其他未结工单', recentCalls: '过往通话', callList: '本工单的通话',
    event: { opened: '建立', call: '通话', class: '类别', type: '类型', status: '状态', priority: '优先级', note: '记录' },
    none: '无',
  },

  board: {
    title: '大屏', waiting: '排队', nobody: '无人排队', more: (n) => `另有 ${n} 通`,
    stage: { flow: '语音菜单', waiting: '排队', ringing: '振铃', fallback: '备用队列' },
    late: '超时', seconds: '秒',
    serviceLevel: '服务水平', today: '今日', now: '当前',
    definition: (seconds) => `自交换机接通起 ${seconds} 秒内（含语音菜单）由坐席接听的来电，占全部来电的比例；尚无结果的来电暂不计入。`,
    answered: '接听', abandoned: '放弃', offered: '来电', diverted: '转出', refused: '拒接', agents: '坐席',
    noAgents: '无坐席签入', signedOut: (n) => `签出 ${n}`, moreAgents: (n) => `+${n}`,
    live: '实时', age: (s) => `数据 ${s}前`, stale: (s) => `数据已 ${s}未更新`,
    staleWhy: '显示内容可能有误，正在重新连接。',
    linkDown: '与交换机的连接已断开', linkDownWhy: '恢复之前，显示内容不可靠。',
    noData: '暂无数据', unknownQueue: '未知号码', unreachable: '话机不通', enlarge: '全屏',
  },

  live: {
    connecting: '正在连接……',
    lost: (seconds) => `实时连接已断开，${seconds} 秒后重试。`,
    tryNow: '立即重试',
    linkDown: (why) => `无法连接交换机，显示内容不可靠。${why}`,
  },

  calls: {
    title: '通话', one: '通话', none: '没有符合条件的通话。', noneYet: '暂无通话。',
    arrived: '来电时间', caller: '来电人', dialled: '被叫号码', queue: '队列', shop: '店铺', agent: '坐席', end: '结果',
    waited: '接听用时', lasted: '总时长', ticket: '工单', cause: '原因', pbxSaid: (raw) => `交换机：${raw}`, inTime: '及时', late: '超时',
    goingOn: '进行中', withheld: '未显示', all: '全部', mine: '只看我的',
    ends: {
      answered: '已接听', abandoned: '放弃', 'callback-taken': '预约回呼', voicemail: '留言', diverted: '转出', refused: '拒接',
    },
    period: '时段', periods: { today: '今日', week: '近 7 天', month: '近 30 天', all: '全部' },
    number: '完整号码', search: '查询', clear: '清除', more: '显示更多', words: '文字或工单号',
    adopted: '服务器启动时在交换机上发现的通话', unseen: '未见到结束过程，结束时间为最晚可能时间',
    timeline: '时间线', deadline: '时限', priority: '优先级',
    stretch: { flow: '语音菜单', waiting: '排队', ringing: '振铃', talking: '通话', fallback: '备用队列', afterwards: '后续' },
    offers: '派线', noOffers: '此通话未振过任何话机。', outcome: '结果', rang: '振铃',
    outcomes: {
      answered: '已接听', 'no-answer': '振铃未接', refused: '拒接', busy: '占线', unreachable: '话机不通',
      'caller-left': '来电人挂断', withdrawn: '已收回', failed: '交换机故障', open: '振铃中', unseen: '未见结果',
    },
    causes: {
      normal: '挂机', 'no-answer': '未接听', busy: '占线', refused: '拒接', unreachable: '不通', congestion: '线路拥塞',
      cancelled: '已取消', failed: '故障', unknown: '未知',
    },
    decisions: '派线决策',
    decided: (agent) => `选中 ${agent}`,
    decidedLeft: (seconds, waiting) => `${seconds >= 0 ? `距时限 ${seconds} 秒` : `超时 ${-seconds} 秒`}，当时排队 ${waiting} 通`,
    candidates: '可接听者（由优到次）', leftOut: '未入选', nobodyElse: '无其他人',
    tries: (n) => `本通话已振铃 ${n} 次`,
    fits: '技能相符', shortOf: (n) => `技能差 ${n} 级`,
    spare: (n) => (n === 0 ? '其他队列不需要' : `还可服务 ${n} 个队列`),
    readyFor: (time) => `已空闲 ${time}`,
    why: { 'not-ready': '非空闲', skill: '技能不符', 'not-named': '先等指定坐席', 'phone-in-use': '话机占用', 'phone-unreachable': '话机不通', resting: '未接后暂缓' },
    skillShort: (skill, has, least) => `技能不符：${skill} ${has} 级，至少需 ${least} 级`, restingUntil: (time) => `未接后暂缓至 ${time}`,
  },

  tickets: { title: '工单', none: '没有符合条件的工单。', noneYet: '暂无工单。', all: '全部' },

  agents: {
    title: '坐席', agent: '坐席', team: '班组', state: '状态', since: '时长', call: '通话', skills: '技能', phone: '话机',
    phoneOk: '正常', phoneOff: '不通', phoneInUse: '占用', change: '更改状态',
    wish: (what) => `之后：${what}`, changed: (name) => `已为 ${name} 提交。`,
  },

  report: {
    title: '服务水平', period: '时段', group: '分组', all: '全部', export: '导出 CSV', total: '合计', day: '日期',
    periods: { today: '今天', yesterday: '昨天', week: '近 7 天', month: '近 30 天', year: '近 365 天' },
    by: { queue: '队列', brand: '店铺', skill: '技能', hour: '小时', day: '天' },
    none: { queue: '未进队列', brand: '未知号码', skill: '未要求技能', hour: '–', day: '–' },
    levels: {
      'of-all-calls': '占全部来电', 'of-answered': '占已接听', 'removed-of-answered-and-abandoned': '接听或放弃',
      'removed-of-queued': '及时离队', 'of-answered-and-abandoned': '计入放弃', 'without-short-abandons': '不计短时放弃',
      'without-abandons-in-time': '不计及早放弃', 'with-flow-outs': '占进队',
    },
    formulas: {
      'of-all-calls': '本热线的标准：及时接听 / 到达热线的全部来电',
      'of-answered': '及时接听 / 已接听',
      'removed-of-answered-and-abandoned': '（及时接听 + 及时内放弃）/（已接听 + 放弃 + 移出队列）',
      'removed-of-queued': '（及时接听、放弃或选回呼）/ 进队',
      'of-answered-and-abandoned': '及时接听 /（已接听 + 放弃）',
      'without-short-abandons': '及时接听 /（已接听 + 放弃 − 短时放弃）',
      'without-abandons-in-time': '及时接听 /（已接听 + 超时后放弃）',
      'with-flow-outs': '及时接听 /（已接听 + 放弃 + 移出队列 + 按键离开）',
    },
    version: (n, since) => `（第 ${n} 版，自${since}起）`, firstCall: '首个来电',
    clock: (seconds) => `按来电者自己的时钟：从交换机应答（含菜单）到坐席接起；${seconds} 秒以内为及时。`,
    short: (seconds) => `${seconds} 秒内挂断为短时放弃。`,
    mixed: '时段内定义有变更：各部分按当时有效的版本计算。',
    offered: '来电', inTime: '及时', late: '超时接听', hungUp: '放弃', takenOut: '移出队列', byKey: '按键离开',
    neverQueued: '未进队列', open: '未定', waitAverage: '平均等待', waitMax: '最长等待',
    heat: (level) => `按到达小时（%）：${level}`,
    cell: (from, to, good, all) => `${from} 至 ${to}：${all} 个来电中 ${good} 个及时`,
    skillsOverlap: '要求多项技能的来电计入每一行；合计只计一次。',
    zone: (zone) => `小时与日期按 ${zone} 时区。`, openWhy: '未定的来电仍在等待坐席，尚不计入任何指标。',
  },

  problem: {
    validation: '输入无法识别。', 'unknown-reason': '该示忙原因已不存在。', unauthenticated: '请重新登录。', 'wrong-credentials': '用户名或密码错误。', forbidden: '您的角色无此权限。',
    'origin-refused': '只有本服务器的页面可以执行此操作。', 'not-found': '未找到。', 'unknown-agent': '没有该坐席。',
    'method-not-allowed': '此处不能执行该操作。', 'wrong-state': '当前状态下不能执行。', 'not-signed-in': '请先签入。',
    'phone-unreachable': '话机不通。', 'version-conflict': '内容刚被他人修改。', 'body-too-large': '内容过长。',
    'unsupported-media-type': '输入无法识别。', 'too-many-attempts': '尝试次数过多。', 'too-many-requests': '请求过于频繁，请稍后再试。',
    'database-unavailable': '记录暂时不可用，通话不受影响。', 'timed-out': '响应超时。', overloaded: '系统繁忙，请稍后再试。',
    internal: '服务器内部错误。', 'no-connection': '无法连接服务器。',
  },

  general: { loading: '正在加载……', retry: '重试', back: '返回', notFound: '没有这个页面。', home: '回到首页', system: '系统', you: '您', close: '关闭' },
};
