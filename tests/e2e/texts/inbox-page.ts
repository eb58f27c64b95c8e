import type { Locator, Page } from "playwright-core";
import type { Contact } from "../set-up/use-office.ts";

/** The field in which an answer is written. */
export const field = (page: Page): Locator => page.getByRole("textbox", { name: /^Text to/ });

/** A conversation in the list. */
export const row = (page: Page, { id }: Contact): Locator => page.locator(`main a[href^="/inbox/${id}"]`);
