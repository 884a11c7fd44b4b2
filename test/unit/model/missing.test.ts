/** Causes for which KPIs are not computed, and their words. */
import { expect, test } from 'vitest';
import { missingTexts } from '../../../src/i18n/missing-text.ts';
import type { NotComputed } from '../../../src/model/evaluation.ts';
import { groupMissing, presentIn } from '../../../src/model/missing.ts';

function item(id: string, ...missing: readonly string[]): NotComputed {
  return { id, why: 'missing-field', missing };
}

const orders = presentIn([{ dataset: 'orders', fields: ['orderDate', 'amount'] }]);
const deals = ['win-rate', 'sales-cycle', 'deals-won'].map((id) => item(id, 'deals.stage'));
const payments = [item('collected', 'payments.date', 'payments.amount')];

function texts(items: readonly NotComputed[], present = orders, isFull = false) {
  return (['en', 'zh-CN'] as const).map((lang) => missingTexts(groupMissing(items, present), lang, isFull));
}

test('whole tables are counted together, columns named', () => {
  expect(texts([...deals, ...payments, item('units', 'orders.quantity')])).toEqual([
    ['units (no Quantity column)', '3 KPIs of deals, collected (no such tables)'],
    ['销量（缺少“数量”列）', '商机类 3 项、回款额（没有这些表）'],
  ]);
});

test('all are named where all are asked for', () => {
  expect(texts(deals, orders, true)[0]).toEqual(['win rate, sales cycle, deals won (no Deals table)']);
});

test('one table that is missing is named', () => {
  expect(texts(deals)).toEqual([['3 KPIs (no Deals table)'], ['3 项指标（缺少“商机”表）']]);
});

test('a table that lacks a column is not called missing', () => {
  const present = presentIn([{ dataset: 'deals', fields: ['stage'] }]);
  expect(texts([item('sales-cycle', 'deals.createdDate')], present)[0]).toEqual([
    'sales cycle (no Created date column)',
  ]);
  expect(texts([item('customer-retention', 'orders.customerId')], present)[0]).toEqual([
    'customer retention (no Customer column)',
  ]);
  expect(texts([item('revenue', 'orders.orderDate', 'orders.amount')], present)[0]).toEqual([
    'revenue (no Orders table)',
  ]);
});

test('a table whose columns are there has no rows of the kind', () => {
  const present = presentIn([{ dataset: 'surveys', fields: ['date', 'score'] }]);
  expect(texts([item('nps', 'surveys.score')], present)).toEqual([
    ['NPS (no such rows in Surveys)'],
    ['净推荐值（“调查”表中没有这类数据）'],
  ]);
});
