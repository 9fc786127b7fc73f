/**
 * All words of the pages in English. This object is also the type of every other language: a key that is missing or that
 * takes other values there fails the type check.
 */
export const en = {
  language: { own: 'English', switchTo: '切换到中文' },
  product: { name: 'Halfminute', motto: 'Answered within thirty seconds' },

  nav: { desk: 'Desk', calls: 'Calls', tickets: 'Tickets', agents: 'Agents', report: 'Service level', wallboard: 'Wallboard', signOff: 'Leave', skip: 'Skip to the content' },

  signIn: {
    title: 'Sign in',
    name: 'Name',
    password: 'Password',
    submit: 'Sign in',
    working: 'Signing in …',
    tryAgainIn: (seconds: number) => `Try again in ${seconds} s.`,
  },

  state: {
    'signed-out': 'Signed out', ready: 'Ready', reserved: 'Reserved', ringing: 'Ringing', 'on-call': 'On call',
    'wrap-up': 'Wrap-up', paused: 'Paused',
  },
  reason: {
    'signed-in': 'just signed in', 'no-answer': 'phone not picked up', 'phone-unreachable': 'phone unreachable',
    break: 'break', meal: 'meal', training: 'training', meeting: 'meeting', toilet: 'toilet', other: 'other',
  },

  desk: {
    title: 'Desk',
    signIn: 'Start work', ready: 'Ready', pause: 'Pause', signOut: 'End work', endWrapUp: 'End wrap-up',
    pauseWhy: 'Why?',
    since: (time: string) => `for ${time}`,
    endsIn: (time: string) => `ends by itself in ${time}`,
    wishPaused: 'Pause after this call', wishSignedOut: 'End work after this call', takeBack: 'Take back',
    phoneUnreachable: 'Your phone cannot be reached. No call can ring at it: check that it is on and connected.',
    phoneInUse: 'Your phone is in a call of its own; calls wait until it is free.',
    noCallReady: 'Ready. The next call shows here.',
    noCallAway: 'No call. Become ready to take calls.',
    noCallOut: 'You are not at work yet.',
    stage: { ringing: 'Ringing: pick up your phone', talking: 'Talking', 'wrap-up': 'Call ended: wrap-up' },
    numberWithheld: 'Number withheld',
    shop: 'Shop', queue: 'Queue', waited: 'Waited', talked: 'Talk time', arrived: 'Arrived',
    timeLeft: 'Time left to pick up', answeredInTime: (s: string) => `Picked up ${s} before the deadline`,
    answeredLate: (s: string) => `Picked up ${s} after the deadline`,
    late: 'Deadline passed',
    today: 'My day', answered: 'Answered', missed: 'Missed', talkTime: 'Talk time',
    queues: 'Waiting in my queues', nobody: 'nobody', nextDeadline: (s: string) => `next in ${s}`, overdue: (s: string) => `${s} overdue`,
    notAnAgent: 'This user takes no calls.',
    skills: 'My skills',
  },

  ticket: {
    one: 'Ticket', number: (n: number) => `Ticket ${n}`, coming: 'The ticket is being opened …',
    class: 'Class', type: 'Type', status: 'Status', priority: 'Priority', customer: 'Customer', shop: 'Shop',
    opened: 'Opened', changed: 'Changed', calls: 'Calls', chooseType: 'Choose what it is about',
    classes: { common: 'Common', special: 'Special', urgent: 'Urgent', complaint: 'Complaint', 'after-sales': 'After-sales' },
    types: {
      'product-quality': 'Product quality', 'after-sales-service': 'After-sales service', logistics: 'Logistics',
      return: 'Return', exchange: 'Exchange', repair: 'Repair', maintenance: 'Maintenance',
    },
    statuses: { open: 'Open', 'in-progress': 'In progress', waiting: 'Waiting', solved: 'Solved', closed: 'Closed' },
    priorities: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
    notes: 'Notes', noNotes: 'No notes yet.', newNote: 'New note', save: 'Save note',
    notePlaceholder: 'What the customer asked, what was said, what comes next',
    draftKept: 'Not saved yet; saved at the latest when the wrap-up ends', savedAt: (time: string) => `Saved at ${time}`, saving: 'Saving …',
    changedMeanwhile: 'Somebody changed this ticket meanwhile; here is how it is now. Choose again if need be.',
    history: 'History', earlier: 'Earlier from this customer', firstContact: 'First contact of this customer.',
    openTickets: 'Other open tickets', recentCalls: 'Earlier calls', callList: 'Calls of this ticket',
    event: {
      opened: 'Opened', call: 'Call', class: 'Class', type: 'Type', status: 'Status', priority: 'Priority', note: 'Note',
    },
    none: 'none',
  },

  board: {
    title: 'Wallboard', waiting: 'Waiting', nobody: 'Nobody is waiting', more: (n: number) => `${n} more`,
    stage: { flow: 'menu', waiting: 'waiting', ringing: 'rings', fallback: 'fallback queue' },
    late: 'LATE', seconds: 's',
    serviceLevel: 'Service level', today: 'today', now: 'now',
    definition: (seconds: number) =>
      `Picked up within ${seconds} s of the PBX's answer, menu included, of all calls that reached the hotline; open ones do not count yet.`,
    answered: 'Answered', abandoned: 'Abandoned', offered: 'Calls', diverted: 'Diverted', refused: 'Refused', agents: 'Agents',
    noAgents: 'No agent is signed in', signedOut: (n: number) => `${n} signed out`, moreAgents: (n: number) => `+${n}`,
    live: 'live', age: (s: string) => `data ${s} old`, stale: (s: string) => `Data is ${s} old`,
    staleWhy: 'What is shown may be wrong. Reconnecting.',
    linkDown: 'No connection to the PBX', linkDownWhy: 'What is shown is unsure until it is back.',
    next: (minutes: number) => `next ${minutes} min`,
    unsure: { 'not-yet': 'not foretold yet', learning: 'still learning', 'link-down': 'unsure', 'left-out': 'machine busy' },
    answerIn: (seconds: number) => (seconds < 60 ? `in about ${seconds} s` : `in about ${Math.round(seconds / 60)} min`), anyMoment: 'any moment',
    act: {
      'end-wrap-ups': (n: number) => (n === 1 ? 'End one wrap-up' : `End ${n} wrap-ups`),
      'call-back': (n: number, reason: string) => `Call ${n} back from: ${reason}`,
      'open-ring': (queue: string, ring: string) => `${queue}: open ring “${ring}”`,
      'offer-callbacks': 'Offer callbacks',
    },
    lifts: (share: string) => `for ${share} %`,
    noData: 'No data yet', unknownQueue: 'unknown number', unreachable: 'phone off', enlarge: 'Full screen',
  },

  live: {
    connecting: 'Connecting …',
    lost: (seconds: number) => `No live connection. Next try in ${seconds} s.`,
    tryNow: 'Try now',
    linkDown: (why: string) => `The PBX cannot be reached; what is shown is unsure. ${why}`,
  },

  calls: {
    title: 'Calls', one: 'Call', none: 'No calls match.', noneYet: 'No calls yet.',
    arrived: 'Arrived', caller: 'Caller', dialled: 'Dialled', queue: 'Queue', shop: 'Shop', agent: 'Agent', end: 'End',
    waited: 'To answer', lasted: 'Length', ticket: 'Ticket', cause: 'Cause', pbxSaid: (raw: string) => `the PBX said: ${raw}`, inTime: 'in time', late: 'late',
    goingOn: 'going on', withheld: 'withheld', all: 'all', mine: 'Mine only',
    ends: {
      answered: 'Answered', abandoned: 'Abandoned', 'callback-taken': 'Callback taken', voicemail: 'Voicemail',
      diverted: 'Diverted', refused: 'Refused',
    },
    period: 'Period', periods: { today: 'Today', week: '7 days', month: '30 days', all: 'All' },
    number: 'Whole number', search: 'Search', clear: 'Clear', more: 'Show more', words: 'Words or ticket number',
    adopted: 'Found at the PBX by a server that started', unseen: 'Its end was not seen; the time is the latest possible',
    timeline: 'Time line', deadline: 'deadline', priority: 'Priority',
    stretch: {
      flow: 'Menu', waiting: 'Waiting', ringing: 'Ringing', talking: 'Talking', fallback: 'Fallback queue', afterwards: 'Afterwards',
    },
    offers: 'Offers', noOffers: 'No phone was rung for this call.', outcome: 'Outcome', rang: 'Rang',
    outcomes: {
      answered: 'picked up', 'no-answer': 'rang out', refused: 'refused', busy: 'engaged', unreachable: 'unreachable',
      'caller-left': 'caller hung up', withdrawn: 'taken back', failed: 'PBX failed', open: 'ringing', unseen: 'not seen',
    },
    causes: {
      normal: 'hung up', 'no-answer': 'not picked up', busy: 'engaged', refused: 'refused', unreachable: 'unreachable',
      congestion: 'no room in the network', cancelled: 'cancelled', failed: 'fault', unknown: 'unknown',
    },
    decisions: 'Decisions',
    decided: (agent: string) => `${agent} was chosen`,
    decidedLeft: (seconds: number, waiting: number) =>
      `${seconds >= 0 ? `${seconds} s before the deadline` : `${-seconds} s after the deadline`}, ${waiting === 1 ? 'one call' : `${waiting} calls`} waiting`,
    candidates: 'Could take it, best first', leftOut: 'Could not', nobodyElse: 'nobody else',
    tries: (n: number) => (n === 1 ? 'was rung once for this call' : `was rung ${n} times for this call`),
    fits: 'fits', shortOf: (n: number) => `${n} skill level${n === 1 ? '' : 's'} short`,
    spare: (n: number) => (n === 0 ? 'needed in no other queue' : `can serve ${n} other queue${n === 1 ? '' : 's'}`),
    readyFor: (time: string) => `ready for ${time}`,
    why: {
      'not-ready': 'not ready', skill: 'skill', 'not-named': 'the caller waits for a named agent',
      'phone-in-use': 'phone in use', 'phone-unreachable': 'phone unreachable', resting: 'spared after a missed call',
    },
    skillShort: (skill: string, has: string, least: string) => `skill ${skill}: level ${has}, at least ${least} is needed`,
    restingUntil: (time: string) => `spared after a missed call until ${time}`,
  },

  tickets: { title: 'Tickets', none: 'No tickets match.', noneYet: 'No tickets yet.', all: 'all' },

  agents: {
    title: 'Agents', agent: 'Agent', team: 'Team', state: 'State', since: 'Since', call: 'Call', skills: 'Skills', phone: 'Phone',
    phoneOk: 'reachable', phoneOff: 'unreachable', phoneInUse: 'in use', change: 'Change state',
    wish: (what: string) => `then: ${what}`, changed: (name: string) => `Asked for ${name}.`,
  },

  report: {
    title: 'Service level', period: 'Period', group: 'Rows', all: 'all', export: 'Save as CSV', total: 'Total', day: 'Day',
    periods: { today: 'Today', yesterday: 'Yesterday', week: '7 days', month: '30 days', year: '365 days' },
    by: { queue: 'Queue', brand: 'Shop', skill: 'Skill', hour: 'Hour', day: 'Day' },
    none: { queue: 'reached no queue', brand: 'unknown number', skill: 'asked for none', hour: '–', day: '–' },
    levels: {
      'of-all-calls': 'Of all calls', 'of-answered': 'Of answered', 'removed-of-answered-and-abandoned': 'Answered or gone',
      'removed-of-queued': 'Out of the line', 'of-answered-and-abandoned': 'Hang-ups count', 'without-short-abandons': 'Without short hang-ups',
      'without-abandons-in-time': 'Without early hang-ups', 'with-flow-outs': 'Of queued',
    },
    formulas: {
      'of-all-calls': 'The house\'s own: answered in time, of all calls that reached the hotline',
      'of-answered': 'answered in time / answered',
      'removed-of-answered-and-abandoned': '(answered + hung up in time) / (answered + hung up + taken out)',
      'removed-of-queued': '(answered + hung up + callback in time) / queued',
      'of-answered-and-abandoned': 'answered in time / (answered + hung up)',
      'without-short-abandons': 'answered in time / (answered + hung up \u2212 short hang-ups)',
      'without-abandons-in-time': 'answered in time / (answered + hung up late)',
      'with-flow-outs': 'answered in time / (answered + hung up + taken out + left by key)',
    },
    version: (n: number, since: string) => `(version ${n}, since ${since})`, firstCall: 'the first call',
    clock: (seconds: string) => `The caller's own clock: from the PBX's answer, menu included, to the first word of an agent; in time is within ${seconds} s.`,
    short: (seconds: number) => `A short hang-up is one within ${seconds} s.`,
    mixed: 'A definition changed in this period: each part is counted by the version that was valid then.',
    offered: 'Calls', inTime: 'In time', late: 'Late', hungUp: 'Hung up', takenOut: 'Taken out', byKey: 'Left by key',
    neverQueued: 'No queue', open: 'Open', waitAverage: 'Wait, mean', waitMax: 'Wait, longest',
    heat: (level: string) => `By hour of arrival, in per cent: ${level}`,
    cell: (from: string, to: string, good: number, all: number) => `${from} to ${to}: ${good} of ${all} calls in time`,
    skillsOverlap: 'A call that asked for several skills is in the row of each; the total has it once.',
    zone: (zone: string) => `Hours and days are those of ${zone}.`, openWhy: 'Open calls still wait for an agent and are in no figure yet.',
  },

  problem: {
    validation: 'That was not understood.', 'unknown-reason': 'This pause reason does not exist any more.',
    unauthenticated: 'Please sign in again.',
    'wrong-credentials': 'Name or password is wrong.', forbidden: 'Your role does not allow that.',
    'origin-refused': 'Only the pages of this server may do that.', 'not-found': 'There is no such thing.',
    'unknown-agent': 'There is no such agent.', 'method-not-allowed': 'That is not possible here.',
    'wrong-state': 'Not possible in the present state.', 'not-signed-in': 'Start work first.',
    'phone-unreachable': 'The phone cannot be reached.', 'version-conflict': 'Somebody changed this meanwhile.',
    'body-too-large': 'That is too long.', 'unsupported-media-type': 'That was not understood.',
    'too-many-attempts': 'Too many attempts.', 'too-many-requests': 'Too many requests; try again in a moment.',
    'database-unavailable': 'Records are not available at the moment; calls go on.',
    'timed-out': 'The answer took too long.', overloaded: 'Too much at once; try again in a moment.',
    internal: 'Something went wrong in the server.', 'no-connection': 'The server cannot be reached.',
  },

  general: { loading: 'Loading …', retry: 'Try again', back: 'Back', notFound: 'There is no such page.', home: 'To the start', system: 'Halfminute', you: 'you', close: 'Close' },
};
