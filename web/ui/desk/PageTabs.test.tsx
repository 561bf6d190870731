import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';

afterEach(cleanup);

const tabs = [
  { key: 'queue', label: '待结算', children: <p>三辆车</p> },
  { key: 'takings', label: '当日收款', children: <p>六笔款</p> },
];

function opened(address: string) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const routeTree = createRootRoute({ component: () => <PageTabs tabs={tabs} filters={{ find: '' }} /> });
  const router = createRouter({
    routeTree,
    history,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => new URLSearchParams(search as Record<string, string>).toString(),
  });
  render(<RouterProvider router={router} />);
  return history;
}

test('an address opens the tab that it names, and the first where it names none or one that this person has not', async () => {
  opened('/?tab=takings');
  expect(await screen.findByText('六笔款')).toBeTruthy();
  for (const address of ['/', '/?tab=receivables']) {
    cleanup();
    opened(address);
    expect(await screen.findByText('三辆车')).toBeTruthy();
  }
});

test('another tab stands in the address and begins on its first page, unfiltered', async () => {
  const history = opened('/?find=oil&page=3');
  fireEvent.click(await screen.findByRole('tab', { name: '当日收款' }));
  expect(await screen.findByText('六笔款')).toBeTruthy();
  expect(history.location.search).toBe('?tab=takings');
});
