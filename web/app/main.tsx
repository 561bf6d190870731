import '#web/app/older-browsers.ts';
import '#web/app/quiet-zod.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#web/app/App.tsx';
import '#web/ui/base.css';

const place = document.querySelector('#root');
if (!place) throw new Error('index.html has no place for the interface');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
