import type { HttpMethod } from "../webhooks/request.ts";
import type { Element } from "./element.ts";

/** The fallback for a value that is missing, no whole number or out of range. */
export function wholeNumber(
	element: Element,
	name: string,
	fallback: number,
	{ min = 0, max = 86_400 }: { min?: number; max?: number } = {},
): number {
	const value = Number(element.attributes[name]?.trim() || Number.NaN);
	return Number.isInteger(value) && value >= min && value <= max ? value : fallback;
}

export function flag(element: Element, name: string, fallback: boolean): boolean {
	const value = element.attributes[name]?.trim().toLowerCase();
	return value === undefined ? fallback : value === "true";
}

export function httpMethod(element: Element, name = "method"): HttpMethod {
	return element.attributes[name]?.trim().toUpperCase() === "GET" ? "GET" : "POST";
}

export function words(element: Element, name: string, fallback: string): string[] {
	return (element.attributes[name] ?? fallback).trim().split(/\s+/).filter(Boolean);
}
