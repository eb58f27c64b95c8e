import { icon, line } from "../../parts/icons.ts";

// Of this screen only: the other icons are loaded with the first page.

export const upIcon = icon(line("M6 14.5l6-6 6 6"));
export const gripIcon = icon(line("M5 9h14M5 15h14"));
