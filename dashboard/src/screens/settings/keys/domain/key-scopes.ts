import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";

export type Preset = "read" | "texting" | "everything";

const texting: readonly Scope[] = [
	"messages:read",
	"messages:send",
	"contacts:read",
	"optouts:read",
	"optouts:write",
];

/** A key may do no more than the person who makes it. */
export function scopesOf(preset: Preset, offered: readonly Scope[]): Scope[] {
	if (preset === "everything") return [...offered];
	if (preset === "texting") return offered.filter((scope) => texting.includes(scope));
	return offered.filter((scope) => scope.endsWith(":read"));
}

export function presetOf(chosen: readonly Scope[], offered: readonly Scope[]): Preset | null {
	const presets: Preset[] = ["everything", "read", "texting"];
	return presets.find((preset) => isSame(scopesOf(preset, offered), chosen)) ?? null;
}

function isSame(one: readonly Scope[], other: readonly Scope[]): boolean {
	return one.length === other.length && one.every((scope) => other.includes(scope));
}

export function expiryOf(days: number | null, now: number): string | null {
	return days === null ? null : new Date(now + days * dayMilliseconds).toISOString();
}
