import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chooseLanguage } from '#web/ui/language.ts';
import { WheelRing } from '#web/ui/WheelRing.tsx';

afterEach(() => {
  cleanup();
  chooseLanguage('zh');
});

test('the wheel says where the car stands, in twelve segments (R001)', () => {
  const { container } = render(<WheelRing step="work" />);
  expect(screen.getByRole('img', { name: '流程：第 8 步（共 12 步）作业与质检' })).toBeTruthy();
  expect(container.querySelectorAll('path')).toHaveLength(12);
});

test('the wheel changes language without reload', () => {
  render(<WheelRing step="reception" size="large" />);
  act(() => chooseLanguage('en'));
  expect(screen.getByRole('img', { name: 'Process: step 3 of 12, Reception' })).toBeTruthy();
});

test('a finished wheel says so', () => {
  render(<WheelRing step={null} />);
  expect(screen.getByRole('img', { name: '流程：十二步全部完成' })).toBeTruthy();
});
