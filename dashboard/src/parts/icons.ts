import { html, svg, type TemplateResult } from "lit-html";

export const icon = (shapes: TemplateResult, className = "icon") =>
	html`<svg class=${className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;
export const line = (path: string) => svg`<path class="stroke" d=${path}></path>`;

export const overviewIcon = icon(
	svg`<rect class="stroke" x="4" y="4" width="6.5" height="6.5" rx="1.8"></rect><rect class="stroke" x="13.5" y="4" width="6.5" height="6.5" rx="1.8"></rect><rect class="stroke" x="4" y="13.5" width="6.5" height="6.5" rx="1.8"></rect><rect class="stroke" x="13.5" y="13.5" width="6.5" height="6.5" rx="1.8"></rect>`,
);
export const inboxIcon = icon(
	line(
		"M12 4c-4.7 0-8.5 3.1-8.5 7 0 2.3 1.3 4.3 3.3 5.6-.1 1-.5 2-1.4 3 1.6-.2 3-.8 4-1.7.8.2 1.7.3 2.6.3 4.7 0 8.5-3.2 8.5-7.2S16.7 4 12 4z",
	),
);
export const callsIcon = icon(
	line(
		"M7 4H5.2A1.2 1.2 0 0 0 4 5.3C4.5 13.3 10.7 19.5 18.7 20A1.2 1.2 0 0 0 20 18.8V16.5l-4.2-1.8-1.9 2a12.5 12.5 0 0 1-6.6-6.6l2-1.9L7.5 4z",
	),
);
export const voicemailIcon = icon(
	svg`<circle class="stroke" cx="7" cy="12" r="3.6"></circle><circle class="stroke" cx="17" cy="12" r="3.6"></circle>${line("M7 15.6h10")}`,
);
export const extensionsIcon = icon(
	svg`<circle class="stroke" cx="9" cy="8.5" r="3.5"></circle>${line("M3 19.5c.4-3.4 2.8-5.5 6-5.5s5.6 2.1 6 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.5c2 .6 3.3 2.3 3.5 5")}`,
);
export const contactsIcon = icon(
	svg`<rect class="stroke" x="4" y="3.5" width="15" height="17" rx="3"></rect><circle class="stroke" cx="11.5" cy="9.5" r="2.5"></circle>${line("M7.5 17c.4-2.2 1.9-3.5 4-3.5s3.6 1.3 4 3.5M21.5 7v3M21.5 14v3")}`,
);
export const campaignsIcon = icon(line("M4 10v4h3l8 4.5v-13L7 10zM18.5 9a4.5 4.5 0 0 1 0 6M7.5 14v5h3v-3.5"));
export const analyticsIcon = icon(line("M5 20v-7M10 20V9M15 20v-5M20 20V4"));
export const settingsIcon = icon(
	svg`<circle class="stroke" cx="12" cy="12" r="3"></circle>${line("M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2")}`,
);
export const phoneIcon = icon(
	svg`<rect class="stroke" x="7" y="3" width="10" height="18" rx="2.5"></rect>${line("M11 18h2")}`,
);
export const searchIcon = icon(
	svg`<circle class="stroke" cx="10.5" cy="10.5" r="6"></circle>${line("M15 15l5 5")}`,
);
export const backIcon = icon(line("M15 5l-7 7 7 7"), "icon turns");
export const chevronIcon = icon(line("M9.5 6l6 6-6 6"), "icon chevron turns");
export const downIcon = icon(line("M6 9.5l6 6 6-6"));
export const plusIcon = icon(line("M12 5v14M5 12h14"));
export const closeIcon = icon(line("M7 7l10 10M17 7L7 17"));
export const moreIcon = icon(
	svg`<circle cx="5.5" cy="12" r="1.8"></circle><circle cx="12" cy="12" r="1.8"></circle><circle cx="18.5" cy="12" r="1.8"></circle>`,
);
export const checkIcon = icon(line("M5 12.5l4.5 4.5L19 7.5"));
export const playIcon = icon(svg`<path d="M8 5v14l11-7z"></path>`);
export const pauseIcon = icon(svg`<path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z"></path>`);
export const infoIcon = icon(
	svg`<circle class="stroke" cx="12" cy="12" r="8.5"></circle>${line("M12 11v5.5")}<circle cx="12" cy="7.8" r="1.2"></circle>`,
);
export const incomingIcon = icon(line("M17.5 6.5l-11 11M15.5 17.5h-9v-9"));
export const outgoingIcon = icon(line("M6.5 17.5l11-11M8.5 6.5h9v9"));
export const copyIcon = icon(
	svg`<rect class="stroke" x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"></rect>${line("M15.5 8.5v-2A2.5 2.5 0 0 0 13 4H6.5A2.5 2.5 0 0 0 4 6.5V13a2.5 2.5 0 0 0 2.5 2.5h2")}`,
);
export const downloadIcon = icon(line("M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"));
export const filterIcon = icon(line("M4 7h16M7 12h10M10 17h4"));
