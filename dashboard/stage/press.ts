const triesMax = 60;

/** Presses the first button or link of these words, as soon as it is there. */
export async function press(label: string): Promise<void> {
	const control = await untilThere(label, () =>
		[...document.querySelectorAll<HTMLElement>("button, a, summary, label")].find(
			(one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label,
		),
	);
	control.click();
	await drawn();
}

/** The same by a selector, for what has no words of its own. */
export async function pressAt(selector: string): Promise<void> {
	const control = await untilThere(selector, () => document.querySelector<HTMLElement>(selector));
	control.click();
	await drawn();
}

/** Writes into the field of this name; in the sheet, where there is one. */
export async function write(name: string, value: string): Promise<void> {
	const field = await untilThere(name, () =>
		[...document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)].at(-1),
	);
	field.value = value;
	field.dispatchEvent(new Event("input", { bubbles: true }));
	await drawn();
}

/** Lets what was done be drawn. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 50));

async function untilThere(
	name: string,
	find: () => HTMLElement | null | undefined,
): Promise<HTMLInputElement> {
	for (let tries = 0; tries < triesMax; tries++) {
		const found = find();
		if (found) return found as HTMLInputElement;
		await drawn();
	}
	throw new Error(`There is no ${name} on the page.`);
}
