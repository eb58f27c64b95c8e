import type { nothing, TemplateResult } from "lit-html";

/** What a view may put on the page. */
export type View = TemplateResult | TemplateResult[] | typeof nothing | string | number | View[];
