/**
 * Pictures of all pages in headless Chromium on played hotlines: `npm run screenshots [FOLDER]`. To be looked at: no test
 * sees that a page is ugly.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { startMock } from './mock/server.mjs';
import { World } from './mock/world.mjs';

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL('../../../../target/screenshots', import.meta.url)));
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();

/** @param {{world: World, user: string, language?: string, size?: [number, number]}} options */
async function visit({ world, user, language = 'zh-CN', size = [1440, 900] }, shots) {
  const mock = await startMock({ world });
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, locale: language });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.log(`${user}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`${user}: ${error}`));
  const shot = (name) => page.screenshot({ path: join(folder, `${name}.png`) });
  await page.goto(mock.url);
  await page.fill('input[name=name]', user);
  if (shots.first) await shots.first(shot);
  await page.fill('input[name=password]', 'mock');
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav');
  const go = async (path) => {
    await page.evaluate((to) => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }, path);
    await page.waitForTimeout(700);
  };
  await shots.then({ page, mock, world, shot, go });
  await context.close();
  await mock.close();
}

function shift(agents, waiting, { still = true } = {}) {
  const world = new World({ agents });
  for (let index = 0; index < 40; index++) {
    const call = world.arrive({ agoMs: 20_000 + index * 45_000 });
    const at = call.arrivedMs + 3000 + (index % 9) * 1500;
    world.ring(world.agents[0].id, call);
    world.answer(world.agents[0].id);
    Object.assign(call.offers[0], { madeMs: at - 4000, ringingMs: at - 3990, endedMs: at });
    Object.assign(call.decisions[0], { atMs: at - 4000, timeLeftMs: call.deadlineMs - at + 4000 });
    world.hangUp(call);
    Object.assign(call, { answeredMs: index % 8 === 3 ? null : at, endedMs: at + 60_000 + index * 1500, ...(index % 8 === 3 ? { end: 'abandoned', agent: null } : {}) });
    Object.assign(world.tickets.find((ticket) => ticket.number === call.ticket), [
      { class: 'complaint', type: 'logistics', status: 'in-progress' }, { class: 'special' }, { status: 'solved' }, { class: 'after-sales', type: 'exchange' },
    ][index % 4]);
  }
  world.plays = !still;
  world.agents.forEach((agent, index) => {
    Object.assign(agent, { call: null, untilMs: 0, inUse: false, today: { answered: 17, missed: 1, talkMs: 4_520_000 } });
    agent.state = ['ready', 'on-call', 'on-call', 'wrap-up', 'on-call', 'paused', 'ready', 'signed-out'][(index * 3) % 8];
    agent.sinceMs = Date.now() - ((index * 37_000) % 700_000);
    agent.reason = agent.state === 'paused' ? 'break' : '';
  });
  for (let index = 0; index < waiting; index++) world.arrive({ agoMs: 36_000 - (index * 34_000) / Math.max(1, waiting) });
  if (waiting > 2) world.ring(world.agents[6].id, world.waiting.at(-2));
  return world;
}

await visit({ world: shift(8, 5), user: '1001' }, {
  first: (shot) => shot('sign-in'),
  then: async ({ page, world, shot }) => {
    world.ask(world.agent('1001'), 'ready');
    await page.waitForTimeout(500);
    await shot('desk-ready-zh');
    await page.keyboard.press('F4');
    await page.waitForTimeout(200);
    await shot('desk-pause-zh');
    await page.keyboard.press('Escape');
    const call = world.arrive({ agoMs: 13_000, caller: { number: '13800138000', name: '周女士' } });
    world.ring('1001', call);
    await page.waitForTimeout(900);
    await shot('desk-ringing-zh');
    world.answer('1001');
    await page.waitForTimeout(300);
    await page.getByText('投诉', { exact: true }).first().click();
    await page.getByText('物流', { exact: true }).click();
    await page.fill('textarea', '客户反映包裹三天未更新物流信息，已联系承运商核实，今日 18:00 前回电。');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(500);
    await page.fill('textarea', '客户同意等待');
    await page.waitForTimeout(200);
    await shot('desk-talking-zh');
    world.hangUp(call);
    await page.waitForTimeout(500);
    await shot('desk-wrap-up-zh');
  },
});

await visit({ world: shift(8, 3), user: '1004', language: 'en-GB', size: [1366, 768] }, {
  then: async ({ page, world, shot, go }) => {
    const call = world.ring('1004', world.arrive({ agoMs: 26_000, caller: { number: '18677778888', name: `\u202eevil ${'W'.repeat(110)}` } }));
    await page.waitForTimeout(900);
    await shot('desk-ringing-en-hostile');
    world.agent('1004').reachable = false;
    world.hangUp(call);
    await page.waitForTimeout(400);
    await shot('desk-unreachable-en');
    await go('/calls');
    await shot('calls-en');
    await go(`/calls/${world.calls.find((each) => each.answeredMs - each.arrivedMs > 10_000).callId}`);
    await shot('call-en');
    await go('/tickets');
    await shot('tickets-en');
    await go('/agents');
    await shot('agents-agent-en');
  },
});

await visit({ world: shift(8, 3), user: 'supervisor' }, {
  then: async ({ page, world, mock, shot, go }) => {
    await shot('agents-zh');
    await go('/calls');
    await shot('calls-zh');
    const call = world.calls.find((each) => each.answeredMs - each.arrivedMs > 10_000);
    // As if another phone had rung before.
    call.offers.unshift({ offer: 0, agent: '1003', madeMs: call.arrivedMs + 1500, ringingMs: call.arrivedMs + 1510, endedMs: call.offers[0].madeMs, outcome: 'no-answer', cause: { reason: 'no-answer', raw: '19 User alerting, no answer' } });
    await go(`/calls/${call.callId}`);
    await shot('call-zh');
    await go(`/tickets/${call.ticket}`);
    await shot('ticket-zh');
    await go('/service-level');
    await page.waitForTimeout(400);
    await shot('service-level-zh');
    mock.speaks = false;
    mock.dropAll();
    mock.live.close();
    await page.waitForTimeout(2500);
    await shot('lost-zh');
  },
});

const boards = [
  ['board-8', 8, 5, 'zh-CN'], ['board-8-en', 8, 3, 'en-GB'], ['board-empty', 0, 0, 'zh-CN'], ['board-60-50', 68, 50, 'zh-CN'], ['board-60-50-en', 68, 50, 'en-GB'],
  ['board-20-12', 24, 12, 'zh-CN'],
];
for (const [name, agents, waiting, language] of boards) {
  await visit({ world: agents ? shift(agents, waiting) : Object.assign(new World({ agents: 8, signedIn: false }), { plays: false }), user: 'supervisor', language, size: [1920, 1080] }, {
    then: async ({ page, world, mock, shot, go }) => {
      world.plays = false;
      await go('/wallboard');
      await page.mouse.move(900, 900);
      await page.waitForTimeout(400);
      await shot(name);
      if (name !== 'board-8') return;
      world.link = { up: false, why: 'connection refused: 127.0.0.1:5038' };
      await page.waitForTimeout(600);
      await shot('board-link-down');
      mock.speaks = false;
      await page.waitForTimeout(7000);
      await shot('board-stale');
    },
  });
}
await browser.close();
console.log(`pictures in ${folder}`);
