/** Our own, with the word behind its bar. */
export const ownField = /\{\{\s*[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,63}?\s*(?:\|([^{}]*))?\}\}/gu;

/** Names of ours that are orders of other systems. */
export const foreignOrder =
	/^\{\{\s*(?:else|end|endif|end if|endfor|endunless|endcase|this|if .*|unless .*|for .*|each .*|unsubscribe)\s*\}\}$/i;

/** What other systems write behind a bar, instead of the word itself. */
export const foreignFilter =
	/^\s*(?:default|fallback|capitali[sz]e|upcase|downcase|upper|lower|title|titleize|titlecase|date|truncate|escape|strip|trim|first|last|replace|append|prepend|e|raw|safe)\s*(?:[:=(]|$)|^\s*(["'‘’“”]).*["'‘’“”]\s*$|^\s*\||\|/is;

const name = String.raw`\p{L}[\p{L}\p{N}_.:-]*`;

/** What stands between the marks of another system, with what it is called as the first group. */
interface Form {
	pattern: RegExp;
	/** Whether such a thing may be text: it is a field for sure only when its name is one. */
	mayBeText: boolean;
	/** Nothing such as a mere name: an order, or half of something. */
	isNoName?: boolean;
}

export const fieldForms: readonly Form[] = [
	// Mustache, Liquid, Handlebars, Jinja, ERB: what is left once our own are taken out.
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

/** Signs that open or close a field and have no other half. */
export const loneMarks = /\{\{+\s*[^{}\s]{0,40}|[^{}\s]{0,40}\s*\}\}+|\*\||\|\*|\{%|%\}|<%|%>/gu;

/** A name that is written as only programs write them. */
export const programName =
	/(?<![\p{L}\p{N}_@#./-])(?:\p{Lu}+(?:_\p{Lu}+)+|\p{Ll}+(?:_\p{Ll}+)+|\p{Ll}+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)(?![\p{L}\p{N}_@./-])/gu;

/** `$firstName`, `:first_name`. */
export const markedName = /(?<![\p{L}\p{N}$:])[$:](\p{L}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_:])/gu;

/** `%s` and `%1$s` of programs. */
export const printfFormat = /(?<![\p{N}%])%(?:\d\$)?[sd@](?![\p{L}\p{N}%])/gu;
