import { html, svg, type TemplateResult } from "lit-html";

const icon = (shapes: TemplateResult, className = "icon") =>
	html`<svg class=${className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;

const handset =
	"M6.62 10.79a15.05 15.05 0 0 0 6.59 6.59l2.2-2.2a1 1 0 0 1 1.02-.24 11.4 11.4 0 0 0 3.57.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1.02z";

const line = (path: string) => svg`<path class="stroke" d=${path}></path>`;

export const handsetIcon = icon(svg`<path d=${handset}></path>`);
export const handsetDownIcon = icon(svg`<path transform="rotate(135 12 12)" d=${handset}></path>`);
export const backspaceIcon = icon(
	line("M9 5h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-6-7zM12 9.5l5 5M17 9.5l-5 5"),
);
export const mailIcon = icon(line("M4 6.500h16v11H4zM4.500 7l7.500 6 7.500-6"));
export const plusIcon = icon(line("M12 5v14M5 12h14"));
export const moreIcon = icon(
	svg`<circle cx="5.5" cy="12" r="1.8"></circle><circle cx="12" cy="12" r="1.8"></circle><circle cx="18.5" cy="12" r="1.8"></circle>`,
);
export const microphoneIcon = icon(
	svg`<rect x="9" y="3" width="6" height="11" rx="3"></rect>${line("M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6")}`,
);
export const sendIcon = icon(line("M12 19V5M6 11l6-6 6 6"));
export const speakerIcon = icon(
	svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z"></path>${line("M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11")}`,
);
export const skipIcon = icon(svg`<path d="M4 6l8 6-8 6zM12 6l8 6-8 6z"></path>`);
export const playIcon = icon(svg`<path d="M7 4.5l12 7.5-12 7.5z"></path>`);
export const resetIcon = icon(line("M5 12a7 7 0 1 1 2.2 5.1M5 18v-5h5"));
export const bubbleIcon = icon(
	svg`<path d="M12 3.5c-5 0-9 3.4-9 7.6 0 2.5 1.4 4.7 3.6 6.1-.1 1-.6 2.2-1.6 3.3 1.7-.2 3.3-.9 4.4-1.9.8.2 1.7.2 2.6.2 5 0 9-3.4 9-7.7s-4-7.6-9-7.6z"></path>`,
);
export const backIcon = icon(line("M15 5l-7 7 7 7"));
export const pictureIcon = icon(
	svg`<rect class="stroke" x="3" y="5" width="18" height="14" rx="3"></rect><circle cx="8.5" cy="10" r="1.6"></circle>${line("M4 17l5-4 3.5 3 3.5-4 4.5 5")}`,
);
export const closeIcon = icon(line("M7 7l10 10M17 7L7 17"));
export const chevronIcon = icon(line("M9 6l6 6-6 6"), "icon chevron");
