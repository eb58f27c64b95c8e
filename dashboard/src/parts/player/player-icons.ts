import { svg } from "lit-html";
import { icon, line } from "../icons.ts";

// Not in `icons.ts`, which the first page loads.

export const backTenIcon = icon(
	svg`${line("M5 9a8 8 0 1 1-1 4M4.5 4.5V9.5H9.5")}<path class="stroke thin" d="M9.2 11.7l1.3-.9v5M12.8 12.4v1.8a1.5 1.5 0 0 0 3 0v-1.8a1.5 1.5 0 0 0-3 0z"></path>`,
);
export const onTenIcon = icon(
	svg`${line("M19 9a8 8 0 1 0 1 4M19.5 4.5V9.5H14.5")}<path class="stroke thin" d="M9.2 11.7l1.3-.9v5M12.8 12.4v1.8a1.5 1.5 0 0 0 3 0v-1.8a1.5 1.5 0 0 0-3 0z"></path>`,
);
