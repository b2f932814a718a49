// @ts-nocheck The packages are installed where this file is copied to before it is built (see bench/page/peers.ts).
// Smart Forms with one questionnaire, as its manual shows it.

import {
  BaseRenderer,
  RendererThemeProvider,
  useBuildForm,
  useRendererQueryClient,
} from '@aehrc/smart-forms-renderer';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import questionnaire from './questionnaire.json';

function Form() {
  const client = useRendererQueryClient();
  const isBuilding = useBuildForm({ questionnaire });
  if (isBuilding) return createElement('p', null, 'Loading …');
  return createElement(
    RendererThemeProvider,
    null,
    createElement(QueryClientProvider, { client }, createElement(BaseRenderer)),
  );
}

createRoot(document.getElementById('form')).render(createElement(Form));
