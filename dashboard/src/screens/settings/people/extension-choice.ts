import { extensionNames } from "../../../api/extension-names.ts";
import { use } from "../../../api/resource.ts";
import { selectView } from "../../../parts/field.ts";
import type { View } from "../../../parts/view.ts";

/** The extension that is somebody's own: whose voicemail is heard. */
export function extensionChoice(value: string | null, error: string | undefined): View {
	const known = [...(use(extensionNames).data ?? [])].sort();
	return selectView({
		label: "Extension",
		name: "extension",
		value: value ?? "",
		error,
		hint: "Whose voicemail an agent hears.",
		choices: [
			{ value: "", label: "None" },
			...known.map(([ext, name]) => ({ value: ext, label: `${ext} ${name}` })),
		],
	});
}
