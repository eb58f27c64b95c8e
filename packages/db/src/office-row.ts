import type { OfficeExtension } from "@cloudpbx/contracts/office/office";

export interface OfficeFacts {
	settings: { key: string; value: unknown }[];
	extensions: OfficeExtension[];
	/** By our number: its three keys, or null for the company's menu. */
	lines: Record<string, string | null>;
}

/** Parses the row of `office`. Extensions are ordered by their keys. */
export function readOfficeRow(row: { settings: string; extensions: string; lines: string }): OfficeFacts {
	const extensions = JSON.parse(row.extensions) as OfficeExtension[];
	return {
		settings: readOfficeSettings(row.settings),
		extensions: extensions.sort((one, other) => (one.ext < other.ext ? -1 : 1)),
		lines: JSON.parse(row.lines) as OfficeFacts["lines"],
	};
}

function readOfficeSettings(settings: string): OfficeFacts["settings"] {
	return Object.entries(JSON.parse(settings) as Record<string, unknown>).map(([key, value]) => ({
		key,
		value,
	}));
}
