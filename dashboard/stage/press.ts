/** Presses the first button or link of these words, as a reader would; fails the scene when there is none. */
export function press(label: string): void {
	const control = [...document.querySelectorAll<HTMLElement>("button, a, summary")].find(
		(one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label,
	);
	if (!control) throw new Error(`Nothing to press says ${label}.`);
	control.click();
}

/** Writes into the field of this name, in the sheet where there is one. */
export function write(name: string, value: string): void {
	const field = [...document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)].at(-1);
	if (!field) throw new Error(`There is no field ${name}.`);
	field.value = value;
	field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Lets what was pressed be drawn. */
export const drawn = () => new Promise((resolve) => setTimeout(resolve, 80));
