/** Browsers that size a field by its content do so by themselves. */
const growsItself = CSS.supports("field-sizing", "content");

/** As high as its lines; the style sheet says how many at most. */
export function growField(field: HTMLTextAreaElement): void {
	if (growsItself) return;
	field.style.setProperty("height", "auto");
	field.style.setProperty("height", `${field.scrollHeight + 2}px`);
}

/** Words came to the field, or left it, without a key: a draft, Undo, sending. */
export function growDrawnField(): void {
	if (growsItself) return;
	queueMicrotask(() => {
		const field = document.querySelector<HTMLTextAreaElement>(".inbox-composer-field");
		if (field) growField(field);
	});
}
