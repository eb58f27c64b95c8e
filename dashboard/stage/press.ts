/** Presses the button of this name, once it is there: code that only a part of a page needs comes after the page. */
export async function press(label: string): Promise<void> {
	const button = await untilThere(() =>
		[...document.querySelectorAll("button")].find(({ textContent }) => textContent?.includes(label)),
	);
	button.click();
}

/** What is looked for, once it is on the page. */
export async function untilThere<Found>(find: () => Found | null | undefined): Promise<Found> {
	for (;;) {
		const found = find();
		if (found) return found;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
