import { html, svg, type TemplateResult } from "lit-html";
import { line } from "../../parts/icons.ts";

/** By the page's name: the shapes and the shade of its tile (`[data-shade]`). */
const tiles: Record<string, { shade: number; shapes: TemplateResult }> = {
	you: {
		shade: 0,
		shapes: svg`<circle class="stroke" cx="12" cy="8.5" r="3.8"></circle>${line("M4.5 20c.5-4 3.4-6.2 7.5-6.2s7 2.2 7.5 6.2")}`,
	},
	notices: {
		shade: 3,
		shapes: line("M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 1.5h-15zM10 20.500a2.2 2.2 0 0 0 4 0"),
	},
	company: {
		shade: 2,
		shapes: line(
			"M5 20V5.5A1.5 1.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5V20M15 10h2.5A1.5 1.5 0 0 1 19 11.500V20M3.5 20h17M8.5 8h3M8.5 12h3M8.5 16h3",
		),
	},
	greeting: {
		shade: 3,
		shapes: line(
			"M4 9.500v5h3.500L12.5 19V5L7.5 9.500zM16 9a4.2 4.2 0 0 1 0 6M18.5 6.500a7.8 7.8 0 0 1 0 11",
		),
	},
	hours: {
		shade: 4,
		shapes: svg`<circle class="stroke" cx="12" cy="12" r="8"></circle>${line("M12 7.500V12l3 2")}`,
	},
	"what-if": {
		shade: 1,
		shapes: svg`${line("M8 3.500h8a1.5 1.5 0 0 1 1.500 1.500v14a1.5 1.5 0 0 1-1.500 1.500H8A1.5 1.500 0 0 1 6.500 19V5A1.5 1.500 0 0 1 8 3.500zM10 9.500a2 2 0 1 1 2.600 1.900c-.4.15-.6.5-.6.900v.7M12 16v.1")}`,
	},
	blocked: {
		shade: 3,
		shapes: svg`<circle class="stroke" cx="12" cy="12" r="8.3"></circle>${line("M6.300 6.300l11.400 11.400")}`,
	},
	facts: {
		shade: 2,
		shapes: line("M6 4.500h12v15H6zM9 9h6M9 12.500h6M9 16h4"),
	},
	assistant: {
		shade: 1,
		shapes: line(
			"M11 4.500l1.7 4.8 4.8 1.7-4.8 1.700L11 17.500l-1.7-4.800L4.5 11l4.8-1.700zM18 15.500l.8 2.2 2.2.8-2.2.8-.8 2.2-.8-2.2-2.2-.8 2.2-.8z",
		),
	},
	calls: {
		shade: 5,
		shapes: line(
			"M7 4H5.200A1.2 1.2 0 0 0 4 5.300C4.5 13.3 10.7 19.5 18.7 20A1.2 1.2 0 0 0 20 18.800V16.500l-4.2-1.8-1.9 2a12.5 12.5 0 0 1-6.6-6.600l2-1.900L7.5 4z",
		),
	},
	texts: {
		shade: 5,
		shapes: line(
			"M12 4.500c-4.5 0-8 2.9-8 6.6 0 2.2 1.2 4.1 3.1 5.3-.1.9-.5 1.9-1.3 2.8 1.5-.2 2.8-.7 3.7-1.5.8.2 1.6.3 2.5.3 4.5 0 8-3.1 8-6.900s-3.5-6.6-8-6.600zM8 11.200h8",
		),
	},
	registration: {
		shade: 4,
		shapes: svg`${line("M12 3.500l7 2.500v5.500c0 4.300-2.800 7.300-7 9-4.200-1.700-7-4.700-7-9V6z")}${line("M9 12l2.200 2.200L15.200 10")}`,
	},
	retention: {
		shade: 2,
		shapes: line("M5 7.500h14M9.5 7.500V5h5v2.500M6.5 7.500l.8 12h9.400l.8-12M10.5 11v5M13.5 11v5"),
	},
	about: {
		shade: 0,
		shapes: svg`<circle class="stroke" cx="12" cy="12" r="8.3"></circle>${line("M12 11v5.200M12 7.800v.1")}`,
	},
	people: {
		shade: 0,
		shapes: svg`<circle class="stroke" cx="9" cy="8.5" r="3.5"></circle>${line("M3 19.500c.4-3.4 2.8-5.5 6-5.500s5.6 2.1 6 5.500M15.5 5.300a3.5 3.5 0 0 1 0 6.400M17.5 14.500c2 .6 3.3 2.3 3.5 5")}`,
	},
	keys: {
		shade: 1,
		shapes: svg`<circle class="stroke" cx="8" cy="14.5" r="4"></circle>${line("M11 11.700L18.5 4.500M15.5 7.400l2.8 2.800M18.5 4.500l1.5 1.5")}`,
	},
	webhooks: {
		shade: 5,
		shapes: svg`<circle class="stroke" cx="6" cy="17" r="3"></circle><circle class="stroke" cx="18" cy="17" r="3"></circle><circle class="stroke" cx="12" cy="6.500" r="3"></circle>${line("M9 17h6M10.500 9.200L7.500 14.300M13.500 9.200l3 5.100")}`,
	},
	"opt-outs": {
		shade: 3,
		shapes: svg`<circle class="stroke" cx="12" cy="12" r="8"></circle>${line("M6.5 6.500l11 11")}`,
	},
	audit: {
		shade: 4,
		shapes: line(
			"M7 4h10a1.5 1.5 0 0 1 1.5 1.500V20l-3.2-1.800L12 20l-3.3-1.800L5.5 20V5.500A1.5 1.5 0 0 1 7 4zM9 9h6M9 13h6",
		),
	},
};

export function tileOf(page: string): TemplateResult {
	const { shade, shapes } = tiles[page] ?? { shade: 0, shapes: line("M6 12h12") };
	return html`<span class="settings-tile" data-shade=${shade}><svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg></span>`;
}
