import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 9001 签到, once per operator and day. */
export const signInSchema = z.object({
  opter_no: ask.text('操作员编号', 20),
  mac: ask.text('签到MAC地址', 20),
  ip: ask.text('签到IP地址', 20),
});

export const signInInput = z.object({ signIn: signInSchema });

/** `sign_no` goes into every later envelope of that day. */
export const signInOutSchema = z.object({
  sign_time: answer.lenient(answer.date('签到时间')),
  sign_no: answer.id('签到编号', 30),
});

export const signInOutput = z.object({ signinoutb: signInOutSchema });

/** 9002 签退, when a shift ends; one edition allows `sign_no` only twenty characters. */
export const signOutSchema = z.object({
  sign_no: ask.text('签到编号', 30),
  opter_no: ask.text('操作员编号', 20),
});

export const signOutInput = z.object({ signOut: signOutSchema });

export const signOutOutput = z.object({
  data: z.object({ sign_time: answer.lenient(answer.date('签退时间')) }),
});
