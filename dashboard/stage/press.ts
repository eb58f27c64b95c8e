const triesMax = 100;

/** Prefers the first control with exactly this label, and waits for it: some code loads after the page. */
export async function press(label: string): Promise<void> {
	const control = await untilThere(() => {
		const controls = [...document.querySelectorAll<HTMLElement>("button, a, summary, label")];
		return (
			controls.find((one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label) ??
			controls.find((one) => one.textContent?.includes(label))
		);
	});
	control.click();
	await drawn();
}

export async function pressAt(selector: string): Promise<void> {
	const control = await untilThere(() => document.querySelector<HTMLElement>(selector));
	control.click();
	await drawn();
}

/** Prefers a field in the open sheet. */
export async function write(name: string, value: string): Promise<void> {
	const field = await untilThere(() =>
		[...document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)].at(-1),
	);
	field.value = value;
	field.dispatchEvent(new Event("input", { bubbles: true }));
	await drawn();
}

export async function choose(selector: string, value: string): Promise<void> {
	const list = await untilThere(() => document.querySelector<HTMLSelectElement>(selector));
	list.value = value;
	list.dispatchEvent(new Event("change", { bubbles: true }));
	await drawn();
}

export async function upload(selector: string, ...files: File[]): Promise<void> {
	const field = await untilThere(() => document.querySelector<HTMLInputElement>(selector));
	const chosen = new DataTransfer();
	for (const file of files) chosen.items.add(file);
	field.files = chosen.files;
	field.dispatchEvent(new Event("change", { bubbles: true }));
	await drawn();
}

export async function look(selector: string): Promise<void> {
	(await untilThere(() => document.querySelector(selector))).scrollIntoView({ block: "center" });
	await drawn();
}

export async function untilThere<Found>(find: () => Found | null | undefined): Promise<Found> {
	for (let tries = 0; tries < triesMax; tries++) {
		const found = find();
		if (found) return found;
		await drawn();
	}
	throw new Error("What the scene looks for is not on the page.");
}

const drawn = () => new Promise((resolve) => setTimeout(resolve, 50));
