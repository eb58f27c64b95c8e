export const mainLine = "+18005550100";
export const janesLine = "+14155550101";
/** Rings nowhere. */
export const anasLine = "+14155550103";
export const janesPhone = "+14155550151";
export const samsPhone = "+14155550152";
export const caller = "+14155550199";
