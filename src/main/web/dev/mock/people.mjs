/** Synthetic agents and callers; nobody here exists. */
export const AGENTS = ['李娜', '王伟', '张敏', '陈静', '刘洋', 'Emma Clarke', 'James Lee', '周杰'];
const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const GIVEN = ['晓燕', '建国', '丽', '志强', '欣怡', '子轩', '海波', '雪梅', '浩然', '静'];

/** @param {number} index */
export const agentName = (index) => AGENTS[index] ?? FAMILY[index % FAMILY.length] + GIVEN[(index * 7) % GIVEN.length];

/** What callers' sides say of themselves; some of it meant to hurt. */
export const CALLERS = [
  { number: '13800138000', name: '周女士' },
  { number: '13912345678', name: '' },
  { number: '+442079460018', name: 'Olivia Brown' },
  { number: '', name: '' },
  { number: '15000000021', name: '<img src=x onerror=alert(1)>' },
  { number: '18677778888', name: `\u202eevil ${'长'.repeat(90)}` },
  { number: '02155556666', name: '吴先生 😀' },
];

export const SKILLS = [
  { mandarin: 5, orders: 4 }, { mandarin: 4, 'after-sales': 4 }, { mandarin: 5, english: 2, orders: 3 },
  { mandarin: 5, english: 4, orders: 3 }, { english: 5, 'after-sales': 5 }, { english: 5, orders: 4 },
  { english: 4, mandarin: 2 }, { mandarin: 3, orders: 1 },
];

export const QUEUES = [
  { queue: 'shop-a', name: '甲店热线', brand: 'shop-a', dialled: '4001' },
  { queue: 'shop-b', name: 'Shop B hotline', brand: 'shop-b', dialled: '4002' },
  { queue: 'complaints', name: '投诉', brand: 'shop-a', dialled: '4001' },
];

export const BRANDS = [
  { brand: 'shop-a', name: '甲店', language: 'zh', numbers: ['4001'] },
  { brand: 'shop-b', name: 'Shop B', language: 'en', numbers: ['4002'] },
];

export const PAUSE_REASONS = [
  { code: 'break', labels: { zh: '小休', en: 'Break' } }, { code: 'meal', labels: { zh: '用餐', en: 'Meal' } },
  { code: 'training', labels: { zh: '培训', en: 'Training' } }, { code: 'meeting', labels: {} },
];
