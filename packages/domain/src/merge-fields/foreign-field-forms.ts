export const ownField = /\{\{\s*[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,63}?\s*(?:\|([^{}]*))?\}\}/gu;

/** Ours by syntax, but orders of other systems. */
export const foreignOrder =
	/^\{\{\s*(?:else|end|endif|end if|endfor|endunless|endcase|this|if .*|unless .*|for .*|each .*|unsubscribe)\s*\}\}$/i;

export const foreignFilter =
	/^\s*(?:default|fallback|capitali[sz]e|upcase|downcase|upper|lower|title|titleize|titlecase|date|truncate|escape|strip|trim|first|last|replace|append|prepend|e|raw|safe)\s*(?:[:=(]|$)|^\s*(["'‘’“”]).*["'‘’“”]\s*$|^\s*\||\|/is;

const name = String.raw`\p{L}[\p{L}\p{N}_.:-]*`;

/** A field's marks in another system; group 1 is its name. */
interface Form {
	pattern: RegExp;
	/** It may be text: a field only when its name is one. */
	mayBeText: boolean;
	isNoName?: boolean;
}

export const fieldForms: readonly Form[] = [
	{ pattern: /\{\{\{?\s*([^{}]*?)\s*\}\}\}?/gu, mayBeText: false },
	{ pattern: /\{%[^%]*%\}|<%[^%]*%>|\{#[^#]*#\}/gu, mayBeText: false, isNoName: true },
	{ pattern: /\*\|([^|*]{1,80})\|\*/gu, mayBeText: false },
	{ pattern: /\[\[\s*([^[\]]{1,80}?)\s*\]\]/gu, mayBeText: false },
	{ pattern: /<<+\s*([^<>]{1,80}?)\s*>>+/gu, mayBeText: true },
	{ pattern: /«\s*([^«»]{1,80}?)\s*»/gu, mayBeText: true },
	{ pattern: /[$#%@]\{\s*([^{}]{1,80}?)\s*\}/gu, mayBeText: false },
	{ pattern: /\{\s*([^{}]{1,80}?)\s*\}/gu, mayBeText: true },
	{ pattern: /%\((\w{1,60})\)[sd]/gu, mayBeText: false },
	{ pattern: new RegExp(`(?<![\\p{N}%])%{1,2}(${name})%{1,2}(?![\\p{N}])`, "gu"), mayBeText: false },
	{ pattern: /\[\s*([^[\]]{1,80}?)\s*\]/gu, mayBeText: true },
	{ pattern: /<\s*([^<>]{1,80}?)\s*>/gu, mayBeText: true },
	{
		pattern: new RegExp(`(?<![\\p{L}\\p{N}@])@{1,2}(${name})@{1,2}(?![\\p{L}\\p{N}])`, "gu"),
		mayBeText: true,
	},
	{
		pattern: new RegExp(`(?<![\\p{L}\\p{N}#])#{1,2}(${name})#{1,2}(?![\\p{L}\\p{N}])`, "gu"),
		mayBeText: true,
	},
	{ pattern: new RegExp(`(?<![\\p{L}\\p{N}$])\\$(${name})\\$`, "gu"), mayBeText: true },
	{
		pattern: new RegExp(`(?<![\\p{L}\\p{N}|])\\|{1,2}(${name})\\|{1,2}(?![\\p{L}\\p{N}])`, "gu"),
		mayBeText: true,
	},
	{ pattern: new RegExp(`(?<![\\p{L}\\p{N}~^])[~^](${name})[~^](?![\\p{L}\\p{N}])`, "gu"), mayBeText: true },
	{
		pattern: /(?<![\p{L}\p{N}_])__+(\p{L}[\p{L}\p{N}]*(?:_\p{L}[\p{L}\p{N}]*)*)__+(?![\p{L}\p{N}_])/gu,
		mayBeText: true,
	},
	{ pattern: /\(\(\s*([^()]{1,80}?)\s*\)\)/gu, mayBeText: true },
];

export const loneMarks = /\{\{+\s*[^{}\s]{0,40}|[^{}\s]{0,40}\s*\}\}+|\*\||\|\*|\{%|%\}|<%|%>/gu;

export const programName =
	/(?<![\p{L}\p{N}_@#./-])(?:\p{Lu}+(?:_\p{Lu}+)+|\p{Ll}+(?:_\p{Ll}+)+|\p{Ll}+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)(?![\p{L}\p{N}_@./-])/gu;

export const markedName = /(?<![\p{L}\p{N}$:])[$:](\p{L}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_:])/gu;

export const printfFormat = /(?<![\p{N}%])%(?:\d\$)?[sd@](?![\p{L}\p{N}%])/gu;
