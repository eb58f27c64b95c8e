/** Such browsers size the field by CSS. */
const growsItself = CSS.supports("field-sizing", "content");

export function growField(field: HTMLTextAreaElement): void {
	if (growsItself) return;
	field.style.setProperty("height", "auto");
	field.style.setProperty("height", `${field.scrollHeight + 2}px`);
}

/** For text changed without a key: a draft, Undo, sending. */
export function growDrawnField(): void {
	if (growsItself) return;
	queueMicrotask(() => {
		const field = document.querySelector<HTMLTextAreaElement>(".inbox-composer-field");
		if (field) growField(field);
	});
}
