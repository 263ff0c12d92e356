import { z } from 'zod';

/** 标准 (everything) · 简明 (what matters, bolder) · 黑底亮字 (high contrast). */
export const themeSchema = z.enum(['standard', 'elder', 'contrast']);
export type Theme = z.infer<typeof themeSchema>;

/** `normal` is the law's floor for the panel's viewing distance; the others are larger. */
export const textSizeSchema = z.enum(['normal', 'large', 'largest']);
export type TextSize = z.infer<typeof textSizeSchema>;

/** How the screens look and sound: the site's way, or this person's until the session ends. */
export const lookSchema = z.object({
  theme: themeSchema,
  textSize: textSizeSchema,
  /** Every key in the lower half of the glass, for who sits or cannot reach up. */
  reach: z.boolean(),
  /** Nothing moves. */
  calm: z.boolean(),
  /** The screens are read out. */
  sound: z.boolean(),
});
export type Look = z.infer<typeof lookSchema>;

const { theme, textSize, reach, calm, sound } = lookSchema.shape;

/** What one key of the settings changes: one thing. */
export const lookChangeSchema = z.union([
  z.strictObject({ theme }),
  z.strictObject({ textSize }),
  z.strictObject({ reach }),
  z.strictObject({ calm }),
  z.strictObject({ sound }),
]);
export type LookChange = z.infer<typeof lookChangeSchema>;

/** The panel, as the site profile states it: mm of its visible area as it is mounted, and of the eyes' distance. */
export const panelSchema = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  distanceMm: z.number(),
  /** Where the slots are along the lower edge, mm from the left. */
  paperSlotMm: z.number(),
  cardSlotMm: z.number(),
});
export type Panel = z.infer<typeof panelSchema>;
