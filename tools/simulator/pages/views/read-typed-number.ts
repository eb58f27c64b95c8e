import { formatTyping } from "../domain/phones/format-number.ts";

/** The field's number, formatted when its end was typed; elsewhere the format would move the cursor. */
export function readTypedNumber(event: InputEvent): string {
	const field = event.currentTarget as HTMLInputElement;
	const isAtEnd = field.selectionStart === field.value.length;
	const adds = event.inputType.startsWith("insert");
	return adds && isAtEnd ? formatTyping(field.value) : field.value;
}
