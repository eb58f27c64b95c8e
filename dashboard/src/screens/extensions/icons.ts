import { icon, line } from "../../parts/icons.ts";

// Not in `icons.ts`, which the first page loads.

export const upIcon = icon(line("M6 14.5l6-6 6 6"));
export const gripIcon = icon(line("M5 9h14M5 15h14"));
