import * as z from 'zod';
import { durationPattern } from '../duration.ts';

/** A duration as text; `duration.ts` does the calendar. */
export const durationSchema = z.string().regex(durationPattern).meta({
  title: 'duration such as `14 days` or `6 months`',
  description: 'A number and a unit: days, weeks, months or years.',
});
