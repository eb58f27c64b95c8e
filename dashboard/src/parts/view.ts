import type { nothing, TemplateResult } from "lit-html";

export type View = TemplateResult | TemplateResult[] | typeof nothing | string | number | View[];
