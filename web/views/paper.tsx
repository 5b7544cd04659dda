import type { JSX } from 'preact';
import type { Document } from '../../src/explanation/document.ts';
import { bodyOf } from '../../src/explanation/layout/html.ts';
import { everyTextInPage } from '../ways.ts';

/** A document as it is printed. Its HTML is made by the layout of papers, which writes every text as entities. */
export function Paper({ document }: { readonly document: Document }): JSX.Element {
  const html = bodyOf(everyTextInPage(document, document.lang));
  const format = `paper ${document.paper ?? 'a4'}${document.roomy ? ' roomy' : ''}`;
  return <div class={format} lang={document.lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
