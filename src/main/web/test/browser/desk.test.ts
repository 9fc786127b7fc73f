import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../dev/browser.mjs';
import { startMock } from '../../dev/mock/server.mjs';
import { World } from '../../dev/mock/world.mjs';

/** An agent's work in a real browser, on a played hotline in which nothing moves but at the test's word. */
let browser: Browser;
let page: Page;
let mock: Awaited<ReturnType<typeof startMock>>;
let complaints: string[];

beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

beforeEach(async () => {
  mock = await startMock({ world: Object.assign(new World({ agents: 8 }), { plays: false }) });
  page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })).newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => /Content.Security.Policy|Refused/i.test(message.text()) && complaints.push(message.text()));
  page.on('response', (answer) => answer.status() === 400 && complaints.push(`the server does not understand ${answer.url()}`));
  page.on('dialog', (dialog) => complaints.push(`a dialog: ${dialog.message()}`));
});

afterEach(async () => {
  await page.context().close();
  await mock.close();
  expect(complaints).toEqual([]);
});

async function signIn(name: string, password = 'mock'): Promise<void> {
  await page.goto(mock.url);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

const state = () => page.getByRole('region', { name: '状态' }).getByRole('status');
const until = (text: string) => page.getByText(text).first().waitFor();
const toBe = async (word: string) => expect.poll(() => state().innerText()).toBe(word);

describe('the desk', () => {
  it('refuses a wrong password in words', async () => {
    await signIn('1001', 'guess');
    await until('用户名或密码错误。');
  });

  it('pauses with a reason, by keys alone, and becomes ready again', async () => {
    await signIn('1001');
    await toBe('空闲');
    await page.keyboard.press('F4');
    await page.keyboard.press('2');
    await toBe('示忙');
    expect(mock.world.agent('1001').reason).toBe('meal');
    await page.keyboard.press('F2');
    await toBe('空闲');
  });

  it('shows a ringing call, and saves class, type and note of its ticket', async () => {
    await signIn('1001');
    await toBe('空闲');
    const call = mock.world.ring('1001', mock.world.arrive({ caller: { number: '13800138000', name: '<img src=x onerror=alert(1)>' } }));
    await until('来电振铃，请摘机接听');
    await until('13800138000');
    await until('<img src=x onerror=alert(1)>');
    mock.world.answer('1001');
    await toBe('通话');
    await page.getByLabel('投诉', { exact: true }).check({ force: true });
    await page.getByLabel('物流', { exact: true }).check({ force: true });
    await page.keyboard.press('F9');
    await page.keyboard.type('包裹三天未动');
    await page.keyboard.press('Control+Enter');
    const ticket = mock.world.ticket(call.ticket);
    await expect.poll(() => [ticket.class, ticket.type, ticket.notes[0]?.text]).toEqual(['complaint', 'logistics', '包裹三天未动']);
    expect(ticket.notes[0].callId).toBe(call.callId);
  });

  it('saves an unsaved note when the wrap-up ends', async () => {
    await signIn('1001');
    await toBe('空闲');
    const call = mock.world.ring('1001', mock.world.arrive());
    mock.world.answer('1001');
    await page.getByLabel('新记录').fill('答应明早回电');
    mock.world.hangUp(call);
    await toBe('整理');
    await page.keyboard.press('F8');
    await toBe('空闲');
    await expect.poll(() => mock.world.ticket(call.ticket).notes[0]?.text).toBe('答应明早回电');
  });

  it('says that the phone is unreachable, and that the line to the server is lost, and comes back', async () => {
    await signIn('1001');
    mock.world.agent('1001').reachable = false;
    await until('您的话机不通');
    mock.dropAll();
    await until('实时连接已断开');
    await page.getByText('实时连接已断开').waitFor({ state: 'detached' });
  });

  it('remembers the language', async () => {
    await signIn('1001');
    await page.getByRole('button', { name: 'EN' }).click();
    await until('Waiting in my queues');
    await page.reload();
    await until('Waiting in my queues');
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  });
});

describe('the wallboard', () => {
  it('shows waiting calls with their time left, and an alarm when the data is old', async () => {
    mock.world.arrive({ agoMs: 40_000 });
    mock.world.arrive({ agoMs: 2_000 });
    await signIn('supervisor');
    await page.getByRole('link', { name: '大屏' }).click();
    await until('超时');
    const seconds = await page.locator('.seconds').allInnerTexts();
    expect(seconds.map((text) => Number(text.replace('\u2212', '-')) < 0).sort()).toEqual([false, true]);
    mock.speaks = false;
    await page.getByRole('alert').waitFor({ timeout: 10_000 });
  });

  it.each([[0, 0], [8, 8], [60, 50], [120, 80]])('needs no scrolling with %i agents and %i waiting calls', async (agents, waiting) => {
    mock.world = Object.assign(new World({ agents }), { plays: false });
    for (let index = 0; index < waiting; index++) mock.world.arrive({ agoMs: index * 500 });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await signIn('supervisor');
    await page.getByRole('link', { name: '大屏' }).click();
    await page.locator('.board header').first().waitFor();
    const spilled = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.board, .board section, .board li, .board dl')]
      .filter((part) => part.scrollHeight > part.clientHeight + 2 || part.getBoundingClientRect().bottom > innerHeight)
      .map((part) => `${part.tagName}.${part.className}: ${part.scrollHeight} in ${part.clientHeight}`));
    expect(spilled).toEqual([]);
  });
});

describe('a supervisor', () => {
  it('pauses an agent from the list', async () => {
    await signIn('supervisor');
    await page.getByLabel('更改状态: 王伟').selectOption({ label: '示忙: 小休' });
    await expect.poll(() => mock.world.agent('1002').state).toBe('paused');
    await until('已为 王伟 提交。');
  });

  it('reads in words why an agent was chosen', async () => {
    const call = mock.world.ring('1003', mock.world.arrive());
    await signIn('supervisor');
    await until('更改状态');
    await page.goto(`${mock.url}/calls/${call.callId}`);
    await until('选中 张敏');
    await until('技能不符：english 0 级，至少需 2 级');
  });

  it('sees beside the filter how many calls were late, and why', async () => {
    await signIn('supervisor');
    await until('更改状态');
    await page.goto(`${mock.url}/calls`);
    await expect.poll(() => page.getByRole('option', { name: /坐席全忙.*7/ }).count()).toBe(1);
  });

  it('sees a call that goes on grow, and asks for it but every two seconds', async () => {
    const call = mock.world.ring('1003', mock.world.arrive());
    let asked = 0;
    page.on('request', (request) => (asked += Number(request.url().endsWith(`/calls/${call.callId}`) && request.resourceType() === 'fetch')));
    await signIn('supervisor');
    await until('更改状态');
    await page.goto(`${mock.url}/calls/${call.callId}`);
    await until('振铃 · 张敏');
    mock.world.answer('1003');
    await until('通话 · 张敏');
    mock.world.hangUp(call);
    await until('已接听');
    expect(asked).toBeLessThanOrEqual(4);
  });
});
