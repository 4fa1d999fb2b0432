import './zod-without-eval';
import './styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startI18n } from './i18n';
import { Providers } from './providers';

async function start() {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <App />
      </Providers>
    </StrictMode>,
  );
}

void start();
